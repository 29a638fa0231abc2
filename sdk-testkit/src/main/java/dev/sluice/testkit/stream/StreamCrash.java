package dev.sluice.testkit.stream;

/** The crash that a test has asked for. */
final class StreamCrash extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StreamCrash(CrashPoint point) {
    super("the test lets the stream crash: " + point);
  }

  static boolean isCauseOf(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof StreamCrash) {
        return true;
      }
    }
    return false;
  }
}
