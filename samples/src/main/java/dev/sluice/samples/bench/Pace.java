package dev.sluice.samples.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * When each of many events is due at a fixed rate. What is measured from there on has waited for a
 * slow sender as well.
 *
 * @param start when the first is due
 * @param perSecond how many are due in a second
 */
public record Pace(Instant start, int perSecond) {

  private static final long NANOS_OF_A_SECOND = 1_000_000_000;

  /** Waits until an event is due, if it is not yet, and gives that time. */
  public Instant await(long number) {
    Instant due = start.plusNanos(number * NANOS_OF_A_SECOND / perSecond);
    for (Instant now = Instant.now(); now.isBefore(due); now = Instant.now()) {
      LockSupport.parkNanos(Duration.between(now, due).toNanos());
    }
    return due;
  }
}
