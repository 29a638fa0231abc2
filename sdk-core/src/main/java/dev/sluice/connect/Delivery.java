package dev.sluice.connect;

/**
 * What becomes of the rows of an epoch that is written more than once, as it is after a failure.
 * Sources that can be read again, the checkpoint of a stream and a sink that is {@link
 * #EXACTLY_ONCE} together give a target in which each row counts once.
 */
public enum Delivery {

  /** They are there once at least; some or all of them may be there again for each repetition. */
  AT_LEAST_ONCE,

  /**
   * When the write has returned, the target is as if the epoch had been written once, however often
   * it was begun before. It does not say what readers see in the meantime, such as some rows of an
   * epoch that is being written: that is said by the sink.
   */
  EXACTLY_ONCE
}
