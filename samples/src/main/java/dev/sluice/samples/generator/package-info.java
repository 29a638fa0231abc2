/** What the generators of the sample data share. */
package dev.sluice.samples.generator;
