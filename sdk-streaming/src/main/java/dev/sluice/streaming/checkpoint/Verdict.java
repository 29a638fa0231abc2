package dev.sluice.streaming.checkpoint;

/** Whether a checkpoint may be used. */
public enum Verdict {
  /** Everything goes on as it was. */
  USABLE,
  /** It goes on, but not all is as one may think. */
  WITH_CONSEQUENCE,
  /** Rows would be lost, repeated, or wrong. */
  UNUSABLE
}
