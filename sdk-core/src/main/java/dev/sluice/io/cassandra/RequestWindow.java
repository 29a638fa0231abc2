package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Requests that are on their way at the same time, no more than so many. After one has failed none
 * is sent.
 */
final class RequestWindow {

  private final CqlSession session;
  private final int size;
  private final Duration timeout;
  private final Semaphore free;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** A request that failed; the cause is the driver's. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;

    FailedException(Throwable cause) {
      super(cause);
    }
  }

  RequestWindow(CqlSession session, int size, Duration timeout) {
    this.session = session;
    this.size = size;
    this.timeout = timeout;
    this.free = new Semaphore(size);
  }

  /** Sends a request once there is room for it. */
  void send(Statement<?> request, Consumer<AsyncResultSet> answered) throws FailedException {
    acquire(1);
    session
        .executeAsync(request)
        .whenComplete(
            (answer, failed) -> {
              try {
                if (failed == null) {
                  answered.accept(answer);
                } else {
                  failure.compareAndSet(null, failed);
                }
              } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
              } finally {
                free.release();
              }
            });
  }

  /** Waits for all answers. */
  void awaitAll() throws FailedException {
    acquire(size);
    free.release(size);
  }

  /** Each request ends by itself in time; one that did not would be an error of the driver. */
  private void acquire(int permits) throws FailedException {
    try {
      boolean acquired = free.tryAcquire(permits, 2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (failure.get() != null) {
        throw new FailedException(failure.get());
      } else if (!acquired) {
        throw new FailedException(new DriverTimeoutException("no answer"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException(new CassandraException("the task was cancelled"));
    }
  }
}
