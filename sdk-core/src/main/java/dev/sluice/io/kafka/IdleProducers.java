package dev.sluice.io.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Producers that have sent what one task of an epoch had and wait for the next: a new one would look up the
 * topic first, which takes longer than to send the rows of a short epoch. Each is lent to one task at a time, so that
 * a task waits for its own messages only and throws away its own only.
 */
final class IdleProducers {

  /**
   * Those of this JVM, for nothing else outlives the tasks of an executor. Nobody tells an executor that a stream
   * has ended, so each is closed by time.
   */
  static final IdleProducers OF_THIS_JVM = new IdleProducers(Duration.ofSeconds(30));

  /** It has nothing left to send. */
  private static final Duration SHORT = Duration.ofSeconds(5);

  private record Idle(KafkaProducer<byte[], byte[]> producer, Future<?> closing) {}

  private final Map<Map<String, String>, Deque<Idle>> idle = new HashMap<>();
  private final Duration longest;
  private final ScheduledThreadPoolExecutor timer;

  IdleProducers(Duration longest) {
    this.longest = longest;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "sluice-idle-kafka-producers");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** A producer of these settings; its user gives it {@link #back}, or closes it. */
  KafkaProducer<byte[], byte[]> take(Map<String, String> settings) {
    Optional<Idle> found = poll(settings);
    while (found.isPresent() && !found.get().closing().cancel(false)) {
      found = poll(settings);
    }
    if (found.isPresent()) {
      return found.get().producer();
    }
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaProducer<>(new HashMap<>(settings), bytes, bytes);
  }

  /** Takes back one that has sent all that it was given. */
  synchronized void back(
      Map<String, String> settings, KafkaProducer<byte[], byte[]> producer) {
    Future<?> closing =
        timer.schedule(
            () -> close(settings, producer), longest.toMillis(), TimeUnit.MILLISECONDS);
    idle.computeIfAbsent(settings, none -> new ArrayDeque<>()).push(new Idle(producer, closing));
  }

  /** How many wait. */
  synchronized int size() {
    return idle.values().stream().mapToInt(Deque::size).sum();
  }

  /** The one that was used last, so that those that are not needed any more are closed. */
  private synchronized Optional<Idle> poll(Map<String, String> settings) {
    Deque<Idle> waiting = idle.get(settings);
    if (waiting == null) {
      return Optional.empty();
    }
    Idle last = waiting.pop();
    forgetIfEmpty(settings);
    return Optional.of(last);
  }

  /** By its own timer, whose task cannot be cancelled any more: nobody has it. */
  private void close(Map<String, String> settings, KafkaProducer<byte[], byte[]> producer) {
    producer.close(SHORT);
    synchronized (this) {
      Deque<Idle> waiting = idle.getOrDefault(settings, new ArrayDeque<>());
      waiting.removeIf(each -> each.producer() == producer);
      forgetIfEmpty(settings);
    }
  }

  /** Settings have passwords in them. */
  private void forgetIfEmpty(Map<String, String> settings) {
    if (idle.getOrDefault(settings, new ArrayDeque<>()).isEmpty()) {
      idle.remove(settings);
    }
  }
}
