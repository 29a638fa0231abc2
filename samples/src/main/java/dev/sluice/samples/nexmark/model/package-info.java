/** What happens in the auction house of the Nexmark benchmark. */
package dev.sluice.samples.nexmark.model;
