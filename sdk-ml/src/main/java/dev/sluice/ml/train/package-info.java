/** Learns models with MLlib. */
package dev.sluice.ml.train;
