package dev.sluice.spark.compile;

import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A session with a store, whose code runs in a thread of its own: a store that does not return
 * cannot keep the task for ever.
 */
final class LookupCalls<K, T extends Record> implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LookupStore<K, T> store;
  private final Duration timeout;
  private final String frame;
  private final ExecutorService thread;
  private volatile Thread worker;

  /** Belongs to the thread. */
  private LookupSession<K, T> session;

  private boolean closed;

  LookupCalls(LookupStore<K, T> store, Duration timeout, String frame) {
    this.store = store;
    this.timeout = timeout;
    this.frame = frame;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              worker = new Thread(work, "sluice-lookup");
              worker.setDaemon(true);
              return worker;
            });
  }

  void open() {
    await(
        thread.submit(
            () -> {
              session = store.open();
              return session;
            }),
        "cannot be opened");
  }

  /** Asks for the rows of these keys, and does not wait for them. */
  CompletableFuture<Map<K, T>> find(Set<K> keys) {
    CompletableFuture<Map<K, T>> answer = new CompletableFuture<>();
    thread.execute(
        () -> {
          try {
            CompletionStage<Map<K, T>> asked = session.find(keys);
            asked.whenComplete(
                (found, failure) -> {
                  if (failure != null) {
                    answer.completeExceptionally(failure);
                  } else {
                    answer.complete(found);
                  }
                });
          } catch (Throwable e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /** Waits for an answer. */
  Map<K, T> answer(CompletableFuture<Map<K, T>> answer) {
    Map<K, T> found = await(answer, "failed");
    if (found == null) {
      throw failure("answered null: a store without a row for any key gives an empty map", null);
    }
    return found;
  }

  private <V> V await(Future<V> future, String what) {
    try {
      return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      worker.interrupt();
      throw failure(
          "did not answer within %s. See whether it is there and how long it takes; ask for less at once with batchSize(…), or wait longer with timeout(…)"
              .formatted(inWords(timeout)),
          null);
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
      throw failure("was not waited for: the task is cancelled", e);
    } catch (ExecutionException e) {
      throw failure(what + ": " + LookupException.reason(e), e.getCause());
    }
  }

  private static String inWords(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private LookupException failure(String what, Throwable cause) {
    return new LookupException(frame, "lookup in %s %s".formatted(store.description(), what),
        cause);
  }

  /** Closes the session where it was opened. If that takes long, the thread is left to end by itself. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Future<?> end =
        thread.submit(
            () -> {
              if (session != null) {
                session.close();
              }
              return null;
            });
    thread.shutdown();
    try {
      end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // all answers are there already
    } catch (TimeoutException e) {
      thread.shutdownNow();
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
