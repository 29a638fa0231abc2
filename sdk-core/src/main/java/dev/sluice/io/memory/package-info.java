/** Rows that this JVM has already, as lists or Datasets, as sources and sinks. */
package dev.sluice.io.memory;
