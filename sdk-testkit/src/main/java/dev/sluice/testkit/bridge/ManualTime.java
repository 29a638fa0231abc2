package dev.sluice.testkit.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.util.Clock;

/**
 * The time of a streaming query, which goes on only when somebody says so. The query sleeps in it
 * between two looks at its sources, and nothing happens meanwhile: whoever moves the time waits
 * until the query sleeps again.
 */
public final class ManualTime implements Clock {

  private static final long LOOK_MILLIS = 20;

  private long now;
  private long wakesAt;
  private boolean asleep;

  /** A clock that stands at this time. */
  public ManualTime(Instant start) {
    this.now = start.toEpochMilli();
  }

  @Override
  public synchronized long getTimeMillis() {
    return now;
  }

  @Override
  public synchronized long nanoTime() {
    return TimeUnit.MILLISECONDS.toNanos(now);
  }

  /** Called by the query. It ends early if the query is stopped. */
  @Override
  public synchronized long waitTillTime(long time) {
    try {
      while (now < time) {
        asleep = true;
        wakesAt = time;
        notifyAll();
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      asleep = false;
    }
    return now;
  }

  /** What time it is. */
  public synchronized Instant now() {
    return Instant.ofEpochMilli(now);
  }

  /** Moves the time on, and wakes the query if it waits for that. */
  public synchronized void advance(Duration by) {
    now += by.toMillis();
    if (asleep && now >= wakesAt) {
      // as of now, not only when its thread has seen it
      asleep = false;
      notifyAll();
    }
  }

  /** Waits until the query has nothing to do before the time moves on, or has ended. */
  public synchronized void awaitSleep(StreamingQuery query) throws InterruptedException {
    while (!asleep && query.isActive()) {
      wait(LOOK_MILLIS);
    }
  }
}
