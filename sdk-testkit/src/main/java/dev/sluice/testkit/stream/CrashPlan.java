package dev.sluice.testkit.stream;

import java.util.Optional;

/** Whether, and where, the next epoch crashes. The stream's threads ask, the test's sets it. */
final class CrashPlan {

  private Optional<CrashPoint> armed = Optional.empty();
  private boolean written;

  synchronized void arm(CrashPoint point) {
    armed = Optional.of(point);
    written = false;
  }

  synchronized void disarm() {
    armed = Optional.empty();
  }

  /**
   * An epoch begins.
   *
   * @throws StreamCrash if it is to crash here
   */
  synchronized void epochBegins() {
    crashAt(CrashPoint.BEFORE_SINKS);
  }

  /** Whether a sink is to get half of the rows only. */
  synchronized boolean isWithinSinks() {
    return isArmed(CrashPoint.WITHIN_SINKS);
  }

  /**
   * A sink of the pipeline's own is about to write.
   *
   * @throws StreamCrash if another has written, and it is to crash in between
   */
  synchronized void sinkBegins() {
    if (written) {
      crashAt(CrashPoint.WITHIN_SINKS);
    }
    written = true;
  }

  /**
   * The epoch is over.
   *
   * @throws StreamCrash if only one sink has written, and it is to crash after that
   */
  synchronized void crashAt(CrashPoint point) {
    if (isArmed(point)) {
      throw new StreamCrash(point);
    }
  }

  private boolean isArmed(CrashPoint point) {
    return armed.equals(Optional.of(point));
  }
}
