package dev.sluice.plan;

/** How a pipeline is run, which decides what it may have in it. */
public enum RunMode {
  /** Once, over all rows there are. */
  BATCH,
  /** As a query that goes on, over the rows as they come. */
  STREAMING
}
