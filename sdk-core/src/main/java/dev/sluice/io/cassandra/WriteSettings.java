package dev.sluice.io.cassandra;

import java.io.Serializable;
import java.time.Duration;

/**
 * How rows are written.
 *
 * @param consistency how many replicas have to answer
 * @param ttlSeconds after how long what is written is gone, 0 for never
 * @param concurrency requests of a task that are on their way at the same time
 * @param keepsWhereNull whether a NULL leaves the value that is there
 * @param truncatesTimes whether instants are cut to milliseconds
 * @param writeTime the position of the component that is the time of writing, -1 for none: then it
 *     is when the statement is sent
 */
record WriteSettings(
    Consistency consistency,
    int ttlSeconds,
    int concurrency,
    boolean keepsWhereNull,
    boolean truncatesTimes,
    int writeTime)
    implements Serializable {

  static final WriteSettings DEFAULT =
      new WriteSettings(Consistency.LOCAL_QUORUM, 0, 128, false, false, -1);

  /** What the server takes at most. */
  private static final Duration LONGEST_TTL = Duration.ofDays(20 * 365);

  WriteSettings consistency(Consistency level) {
    return new WriteSettings(level, ttlSeconds, concurrency, keepsWhereNull, truncatesTimes,
        writeTime);
  }

  WriteSettings ttl(Duration time) {
    if (time.toSeconds() < 1 || time.getNano() != 0 || time.compareTo(LONGEST_TTL) > 0) {
      throw new IllegalArgumentException(
          "a time to live is whole seconds, at least one and at most 20 years, not " + time);
    }
    return new WriteSettings(
        consistency, (int) time.toSeconds(), concurrency, keepsWhereNull, truncatesTimes,
        writeTime);
  }

  WriteSettings concurrency(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException(
          "at least 1 request is on its way at a time, not " + requests);
    }
    return new WriteSettings(consistency, ttlSeconds, requests, keepsWhereNull, truncatesTimes,
        writeTime);
  }

  WriteSettings keepingWhereNull() {
    return new WriteSettings(consistency, ttlSeconds, concurrency, true, truncatesTimes, writeTime);
  }

  WriteSettings truncatingTimes() {
    return new WriteSettings(consistency, ttlSeconds, concurrency, keepsWhereNull, true, writeTime);
  }

  WriteSettings writeTime(int position) {
    return new WriteSettings(
        consistency, ttlSeconds, concurrency, keepsWhereNull, truncatesTimes, position);
  }

  boolean hasWriteTime() {
    return writeTime >= 0;
  }
}
