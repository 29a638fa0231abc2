package dev.sluice.spark.run;

import dev.sluice.plan.PlanSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes sinks several at a time, each after those whose output it reads. */
final class SinkSchedule implements AutoCloseable {

  private final ExecutorService pool;

  SinkSchedule(String pipeline, int parallel) {
    AtomicInteger number = new AtomicInteger();
    this.pool =
        Executors.newFixedThreadPool(
            parallel,
            task -> {
              Thread thread =
                  new Thread(
                      task, "sluice-%s-sink-%d".formatted(pipeline, number.incrementAndGet()));
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does the work of each sink, and waits for all.
   *
   * @param before the sinks that must be written before one; those that are not in the list are
   *     done already
   * @param work must not throw: whether to go on after a failure is its own matter
   */
  void run(
      List<PlanSink> sinks, Function<PlanSink, List<PlanSink>> before, Consumer<PlanSink> work) {
    Map<PlanSink, CompletableFuture<Void>> futures = new HashMap<>();
    List<PlanSink> open = new ArrayList<>(sinks);
    while (!open.isEmpty()) {
      PlanSink next =
          open.stream()
              .filter(sink -> before.apply(sink).stream().noneMatch(open::contains))
              .findFirst()
              .orElseThrow();
      open.remove(next);
      CompletableFuture<?>[] needed =
          before.apply(next).stream()
              .filter(futures::containsKey)
              .map(futures::get)
              .toArray(CompletableFuture<?>[]::new);
      futures.put(
          next, CompletableFuture.allOf(needed).thenRunAsync(() -> work.accept(next), pool));
    }
    try {
      CompletableFuture.allOf(futures.values().toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
