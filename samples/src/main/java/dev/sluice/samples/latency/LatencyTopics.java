package dev.sluice.samples.latency;

import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.testkit.server.KafkaServer;

/**
 * Where messages come from and where they go.
 *
 * @param brokers the brokers
 * @param in the first topic
 * @param out the second one
 */
record LatencyTopics(String brokers, String in, String out) {

  /** New topics of one partition each. */
  static LatencyTopics create(KafkaServer server) {
    return new LatencyTopics(
        server.bootstrapServers(), server.createTopic(1), server.createTopic(1));
  }

  KafkaSource<Reading> readings(String topic) {
    return Kafka.topic(topic).bootstrapServers(brokers).json(Reading.class);
  }
}
