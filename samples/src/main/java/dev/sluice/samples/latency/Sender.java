package dev.sluice.samples.latency;

import dev.sluice.samples.bench.Pace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends messages at times that were set before, however long they take. */
final class Sender {

  private Sender() {}

  static long nowMicros() {
    return micros(Instant.now());
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
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
      Pace pace = new Pace(Instant.now(), perSecond);
      for (long id = 0; id < messages; id++) {
        long due = micros(pace.await(id));
        producer.send(
            new ProducerRecord<>(topics.in(), new Reading(id, due, id % 10).json()));
      }
    }
  }
}
