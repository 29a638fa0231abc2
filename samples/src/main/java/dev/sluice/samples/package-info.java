/** What starts a sample or a benchmark by its name. */
package dev.sluice.samples;
