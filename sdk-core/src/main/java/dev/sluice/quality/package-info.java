/** Rules that rows have to keep, and the rows that do not. */
package dev.sluice.quality;
