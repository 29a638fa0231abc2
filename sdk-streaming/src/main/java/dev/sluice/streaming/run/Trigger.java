package dev.sluice.streaming.run;

import java.time.Duration;

/** When a stream looks for new rows. */
public sealed interface Trigger {

  /**
   * An epoch begins this long after the one before has begun, or at once if that took longer; none
   * begins while there is nothing new.
   *
   * @param interval zero for as soon as there is something
   */
  record Every(Duration interval) implements Trigger {

    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Every {
      if (interval.isNegative()) {
        throw new IllegalArgumentException("an interval cannot be negative: " + interval);
      }
    }
  }

  /** What is there when the stream starts is taken, in as many epochs as the limits of the sources need; then it ends. */
  record AvailableNow() implements Trigger {}

  /**
   * Each row is worked off and sent on as soon as it is there, within milliseconds.
   *
   * @param checkpointInterval how often it is written down how far the stream is, and how much is
   *     sent again after a failure; it has nothing to do with how long a row takes
   */
  record RealTime(Duration checkpointInterval) implements Trigger {

    /** What Spark takes, unless it was set otherwise. */
    public static final Duration SHORTEST = Duration.ofSeconds(5);

    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public RealTime {
      if (checkpointInterval.isNegative() || checkpointInterval.isZero()) {
        throw new IllegalArgumentException(
            "a checkpoint interval must be positive: " + checkpointInterval);
      }
    }
  }

  /** Epochs in an interval. */
  static Trigger every(Duration interval) {
    return new Every(interval);
  }

  /** What is there now, and no more. */
  static Trigger availableNow() {
    return new AvailableNow();
  }

  /**
   * Row by row, from topics of Kafka to topics of Kafka, if Spark is 4.1 or later, nothing has to be
   * remembered, and there is a slot for each partition that is read. What else it needs is said when
   * the stream is checked.
   *
   * <pre>{@code
   * Streaming.of(p).checkpoints(dir).trigger(realTime(Duration.ofMinutes(1))).start(spark);
   * }</pre>
   *
   * @param checkpointInterval how often it is written down how far the stream is, 5 s or more: after
   *     a failure what was sent since is sent again, and a drain waits for the next time. Rows do
   *     not wait for it
   */
  static Trigger realTime(Duration checkpointInterval) {
    return new RealTime(checkpointInterval);
  }
}
