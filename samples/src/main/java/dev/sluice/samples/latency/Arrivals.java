package dev.sluice.samples.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what comes out, and tells how long each message took: from when it was due to be sent to
 * when it was read here. A message that comes again took as long as its first.
 *
 * @param topics where
 * @param messages how many there will be
 * @param atMost how long to wait for one
 */
record Arrivals(LatencyTopics topics, int messages, Duration atMost) implements Callable<long[]> {

  private static final Duration SOON = Duration.ofMillis(50);

  /** Microseconds by the numbers of the messages, of all of them. */
  @Override
  public long[] call() throws Exception {
    ObjectMapper json = new ObjectMapper();
    long[] micros = new long[messages];
    int seen = 0;
    long last = System.nanoTime();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", topics.brokers(), "fetch.max.wait.ms", 5),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topics.out(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (seen < messages && System.nanoTime() - last < atMost.toNanos()) {
        for (ConsumerRecord<String, String> message : consumer.poll(SOON)) {
          last = System.nanoTime();
          JsonNode reading = json.readTree(message.value());
          int id = reading.get("id").asInt();
          if (micros[id] == 0) {
            micros[id] = Math.max(1, Sender.nowMicros() - reading.get("sentMicros").asLong());
            seen++;
          }
        }
      }
    }
    if (seen < messages) {
      throw new IllegalStateException("%d of %d messages arrived".formatted(seen, messages));
    }
    return micros;
  }
}
