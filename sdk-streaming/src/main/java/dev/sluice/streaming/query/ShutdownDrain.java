package dev.sluice.streaming.query;

import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Drains a stream when the JVM is asked to end, before Spark's own hook stops the session: the hooks
 * of Java run all at once, those of Hadoop, of which Spark's is one, by priority.
 */
final class ShutdownDrain implements AutoCloseable {

  /** Spark's is 50 and lower. */
  private static final int FIRST = 100;

  private final Runnable hook;

  private ShutdownDrain(Runnable hook) {
    this.hook = hook;
  }

  /** Calls this when the JVM is asked to end. */
  static ShutdownDrain calling(Runnable drain) {
    ShutdownHookManager.get().addShutdownHook(drain, FIRST);
    return new ShutdownDrain(drain);
  }

  @Override
  public void close() {
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
