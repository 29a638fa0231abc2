package dev.sluice.streaming.query;

import dev.sluice.streaming.run.Trigger;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * Queries with timers by the clock. Spark gives them an epoch without rows as often as it can, since
 * a timer might be due: they would keep a core busy, and are never done with what is available.
 */
final class ClockLooks {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final long LOOK_MILLIS = 10;

  private ClockLooks() {}

  /** The trigger, which looks once a second if it says no more than as soon as possible. */
  static Trigger pacing(Trigger trigger) {
    return trigger instanceof Trigger.Every every && every.interval().isZero()
        ? Trigger.every(EVERY)
        : trigger;
  }

  /**
   * Waits for an epoch without rows that has begun since: there is one only if there was nothing new.
   */
  static void await(StreamingQuery query) {
    // the one in hand may have begun before the last rows came
    long after = epoch(query) + 1;
    try {
      while (query.isActive() && !isIdleAfter(after, query)) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      if (!query.isActive()) {
        // says why
        query.awaitTermination();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StreamingQueryException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isIdleAfter(long epoch, StreamingQuery query) {
    StreamingQueryProgress last = query.lastProgress();
    return last != null && last.batchId() > epoch && last.numInputRows() == 0;
  }

  private static long epoch(StreamingQuery query) {
    StreamingQueryProgress last = query.lastProgress();
    return last == null ? -1 : last.batchId();
  }
}
