package dev.sluice.spark;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * The Spark tasks of the sink that this thread is writing. When a job fails or is cancelled, Spark
 * returns before its last tasks have ended, and these may still write files; so what a sink clears
 * away it clears away after {@link #awaitEnd()}.
 */
public final class RunningTasks {

  /** Interrupted tasks end at once as a rule; one that does not listen is not waited for longer. */
  static final Duration AT_MOST = Duration.ofSeconds(30);

  /** Waits, and tells whether all tasks have ended. */
  @FunctionalInterface
  interface Wait {
    boolean until(Duration atMost) throws InterruptedException;
  }

  private static final ThreadLocal<Wait> OF_THIS_THREAD = new ThreadLocal<>();

  private RunningTasks() {}

  /** Does work whose tasks {@link #awaitEnd()} waits for. */
  static <R> R during(Callable<R> work, Wait wait) throws Exception {
    OF_THIS_THREAD.set(wait);
    try {
      return work.call();
    } finally {
      OF_THIS_THREAD.remove();
    }
  }

  /**
   * Waits until no task of this thread's sink is running any more, half a minute at most. Outside a
   * run it returns at once.
   *
   * @return true if none is running as far as is known
   */
  public static boolean awaitEnd() {
    Wait wait = OF_THIS_THREAD.get();
    if (wait == null) {
      return true;
    }
    try {
      return wait.until(AT_MOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
