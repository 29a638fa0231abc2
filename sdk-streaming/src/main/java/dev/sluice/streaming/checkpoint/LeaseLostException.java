package dev.sluice.streaming.checkpoint;

import dev.sluice.text.Causes;

/** A stream has lost its checkpoint to another, and must not write any more. */
public final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLostException(String message) {
    super(message);
  }

  /** Whether a failure comes of it; another attempt would be of no use. */
  public static boolean isCauseOf(Throwable failure) {
    return Causes.of(failure).anyMatch(LeaseLostException.class::isInstance);
  }
}
