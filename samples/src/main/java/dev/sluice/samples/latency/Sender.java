package dev.sluice.samples.latency;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends messages at times that were set before, however long they take. */
final class Sender {

  private static final long NANOS = 1_000_000_000;
  private static final long MICROS = 1_000_000;

  private Sender() {}

  static long nowMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** Sends them and returns when the broker has all. */
  static void send(LatencyTopics topics, long messages, int perSecond) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, topics.brokers(),
                ProducerConfig.LINGER_MS_CONFIG, 0),
            new StringSerializer(),
            new StringSerializer())) {
      long startMicros = nowMicros();
      long start = System.nanoTime();
      for (long id = 0; id < messages; id++) {
        long due = start + id * NANOS / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        producer.send(
            new ProducerRecord<>(
                topics.in(),
                new Reading(id, startMicros + id * MICROS / perSecond, id % 10).json()));
      }
    }
  }
}
