package dev.sluice.testkit.stream;

/** Where in an epoch a stream breaks down. */
public enum CrashPoint {

  /** The epoch is planned, and no sink has a row of it. */
  BEFORE_SINKS,

  /**
   * A sink that captures has half of the rows of the epoch and fails; of sinks of the pipeline's own,
   * the first has all of them, and the others have none.
   */
  WITHIN_SINKS,

  /** All sinks have the epoch, but the checkpoint does not say so: the next start repeats it. */
  AFTER_SINKS
}
