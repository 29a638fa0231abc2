/** The job of the Yahoo streaming benchmark: by Sluice, by an expert, and with Spark's defaults. */
package dev.sluice.samples.ysb;
