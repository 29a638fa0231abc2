package dev.sluice.testkit.stream;

import dev.sluice.text.Causes;

/** The crash that a test has asked for. */
final class StreamCrash extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StreamCrash(CrashPoint point) {
    super("the test lets the stream crash: " + point);
  }

  static boolean isCauseOf(Throwable failure) {
    return Causes.of(failure).anyMatch(StreamCrash.class::isInstance);
  }
}
