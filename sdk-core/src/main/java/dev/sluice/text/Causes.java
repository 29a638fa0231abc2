package dev.sluice.text;

import java.util.stream.Stream;

/** What is behind a failure. */
public final class Causes {

  /** Exceptions wrap each other a few times; what is longer bites its own tail. */
  private static final int DEPTH = 100;

  private Causes() {}

  /**
   * A failure and its causes, from outside in.
   *
   * <pre>{@code
   * boolean isLost = Causes.of(failure).anyMatch(SocketException.class::isInstance);
   * }</pre>
   *
   * @param failure the failure; of null there are none
   * @return at most 100 of them: a chain that bites its own tail ends there
   */
  public static Stream<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, t -> t.getCause() == t ? null : t.getCause())
        .limit(DEPTH);
  }
}
