package dev.sluice.stages;

import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.testkit.server.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic seen by Kafka's own clients. */
record KafkaMessages(KafkaServer kafka, String topic) {

  private static final Duration SOON = Duration.ofMillis(100);

  /** A new topic of the shared server. */
  static KafkaMessages in(int partitions) {
    KafkaServer kafka = KafkaServer.shared();
    return new KafkaMessages(kafka, kafka.createTopic(partitions));
  }

  KafkaTopic described() {
    return Kafka.topic(topic).bootstrapServers(kafka.bootstrapServers());
  }

  static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  static Header header(String name, String value) {
    return new RecordHeader(name, bytes(value));
  }

  /** Texts into partition 0. */
  KafkaMessages send(String... values) {
    return sendTo(0, values);
  }

  KafkaMessages sendTo(int partition, String... values) {
    for (String value : values) {
      send(partition, null, null, bytes(value));
    }
    return this;
  }

  KafkaMessages send(int partition, Long millis, byte[] key, byte[] value, Header... headers) {
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      producer.send(
          new ProducerRecord<>(topic, partition, millis, key, value, List.of(headers)));
    }
    return this;
  }

  KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** All messages, by partition and offset. */
  List<ConsumerRecord<byte[], byte[]>> all() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(PartitionInfo::partition)
              .map(number -> new TopicPartition(topic, number))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(SOON).forEach(all::add);
      }
      all.sort(
          Comparator.comparingInt((ConsumerRecord<?, ?> r) -> r.partition())
              .thenComparingLong(ConsumerRecord::offset));
      return all;
    }
  }

  /** The values of all messages, as texts. */
  List<String> values() {
    return all().stream().map(message -> text(message.value())).toList();
  }
}
