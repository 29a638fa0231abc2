package dev.sluice.run;

/** How a run, or the work of one sink, ended. */
public enum RunStatus {
  /** All of it was done. */
  SUCCEEDED,
  /** A sink that leaves alone what is there already wrote nothing. A run never has this status. */
  SKIPPED,
  /** It ended with an error. */
  FAILED,
  /** It was stopped, or not started, before it was done: by the caller or after another failure. */
  CANCELLED
}
