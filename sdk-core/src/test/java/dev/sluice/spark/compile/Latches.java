package dev.sluice.spark.compile;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.TaskContext;

/** Tells a test that a task of its is running: tasks are copies, so this must be static. */
public final class Latches {

  private static final AtomicReference<CountDownLatch> RUNNING = new AtomicReference<>();

  private Latches() {}

  public static void put(CountDownLatch running) {
    RUNNING.set(running);
  }

  /** Runs until the task is killed. */
  public static String spin(String value) {
    RUNNING.get().countDown();
    while (!TaskContext.get().isInterrupted()) {
      Thread.onSpinWait();
    }
    return value;
  }
}
