package dev.sluice.samples.ysb;

import dev.sluice.testkit.server.KafkaServer;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topic with the events.
 *
 * @param brokers the brokers
 * @param name its name
 * @param partitions how many partitions it has
 */
record YsbTopic(String brokers, String name, int partitions) {

  static YsbTopic create(KafkaServer server, int partitions) {
    return new YsbTopic(server.bootstrapServers(), server.createTopic(partitions), partitions);
  }

  KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
            ProducerConfig.LINGER_MS_CONFIG, 5,
            ProducerConfig.BATCH_SIZE_CONFIG, 1 << 17),
        new StringSerializer(),
        new StringSerializer());
  }

  void send(KafkaProducer<String, String> producer, long number, String value) {
    producer.send(new ProducerRecord<>(name, (int) (number % partitions), null, value));
  }

  void fill(YsbEvents events) {
    try (KafkaProducer<String, String> producer = producer()) {
      for (long i = 0; i < events.events(); i++) {
        send(producer, i, YsbEvents.json(i));
      }
      for (int partition = 0; partition < partitions; partition++) {
        send(producer, partition, events.last());
      }
    }
  }
}
