package dev.sluice.testkit.stream;

import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.StreamProgress;
import java.util.concurrent.TimeUnit;

/** Which epochs of a start Spark has told of. */
final class ToldEpochs implements StreamListener {

  private static final long AT_MOST_NANOS = TimeUnit.SECONDS.toNanos(30);

  private long last = -1;
  private long lateRows;

  @Override
  public synchronized void progressed(StreamProgress progress) {
    if (progress.epoch() > last) {
      lateRows += progress.lateRows();
    }
    last = progress.epoch();
    notifyAll();
  }

  synchronized long lateRows() {
    return lateRows;
  }

  /** Waits until it has told of this one; gives false if that takes too long. */
  synchronized boolean await(long epoch) throws InterruptedException {
    long end = System.nanoTime() + AT_MOST_NANOS;
    while (last < epoch) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
