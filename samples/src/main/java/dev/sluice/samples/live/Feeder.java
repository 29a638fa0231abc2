package dev.sluice.samples.live;

import dev.sluice.samples.live.Feed.Message;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends messages at a steady rate, in a thread of its own, until it is closed. */
final class Feeder implements AutoCloseable {

  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

  private final KafkaProducer<String, String> producer;
  private final List<Feed> feeds;
  private final int perSecond;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::send, "feeder");

  private Feeder(String brokers, List<Feed> feeds, int perSecond) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.LINGER_MS_CONFIG, 20),
            new StringSerializer(),
            new StringSerializer());
    this.feeds = List.copyOf(feeds);
    this.perSecond = perSecond;
  }

  /** Begins to send. */
  static Feeder start(String brokers, List<Feed> feeds, int perSecond) {
    Feeder feeder = new Feeder(brokers, feeds, perSecond);
    feeder.thread.setDaemon(true);
    feeder.thread.start();
    return feeder;
  }

  private void send() {
    long start = System.nanoTime();
    try {
      for (long i = 0; !closed.await(untilDue(start, i), TimeUnit.NANOSECONDS); i++) {
        for (Feed feed : feeds) {
          Message message = feed.message().apply(i);
          producer.send(new ProducerRecord<>(feed.topic(), message.key(), message.value()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long untilDue(long start, long number) {
    return start + number * NANOS / perSecond - System.nanoTime();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }
}
