package dev.sluice.streaming.query;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * Ends a query between two epochs. Spark's own {@code stop} interrupts whatever the query does; here
 * the epoch in hand is finished and committed first, and none that begins afterwards reaches a sink.
 */
final class Drain {

  private static final long NONE = -1;
  private static final long LOOK_MILLIS = 2;

  private boolean asked;
  private boolean inHand;
  private long last = NONE;

  /**
   * An epoch begins.
   *
   * @throws DrainedException if the query is to end
   */
  synchronized void begin() {
    if (asked) {
      throw new DrainedException();
    }
    inHand = true;
  }

  /** The sinks have the epoch, or it has failed. */
  synchronized void finish(long epoch) {
    inHand = false;
    last = epoch;
  }

  /** Lets no further epoch begin. */
  synchronized void ask() {
    asked = true;
  }

  /** Waits for what is in hand, and stops the query. */
  void end(StreamingQuery query) throws InterruptedException, TimeoutException {
    ask();
    while (query.isActive() && !isBetweenEpochs(query)) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    query.stop();
  }

  /** Spark tells the progress of an epoch when it has committed it. */
  private synchronized boolean isBetweenEpochs(StreamingQuery query) {
    if (inHand) {
      return false;
    }
    StreamingQueryProgress progress = query.lastProgress();
    return last == NONE
        || (progress != null && (progress.batchId() > last || isOf(last, progress)));
  }

  /** A look at the sources that found nothing is told under the number of the epoch to come. */
  private static boolean isOf(long epoch, StreamingQueryProgress progress) {
    return progress.batchId() == epoch && Progress.isOfEpoch(progress);
  }
}
