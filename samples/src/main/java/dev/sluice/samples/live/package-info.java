/** Streams that show their results as they come, against servers that they start themselves. */
package dev.sluice.samples.live;
