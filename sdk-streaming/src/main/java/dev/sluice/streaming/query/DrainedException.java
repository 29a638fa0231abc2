package dev.sluice.streaming.query;

import dev.sluice.text.Causes;

/** Keeps an epoch from its sinks that began after the stream was asked to end. */
final class DrainedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DrainedException() {
    super("the stream is ending: this epoch is for the next start", null, false, false);
  }

  /** Whether a failure is nothing but the end of a stream. */
  static boolean isCauseOf(Throwable failure) {
    return Causes.of(failure).anyMatch(DrainedException.class::isInstance);
  }
}
