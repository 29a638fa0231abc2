package dev.sluice.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithServers
class KafkaServerTest {

  @Test
  void keepsWhatItAcknowledgedWhenItIsKilled(KafkaServer kafka) throws Exception {
    String topic = kafka.createTopic(1);
    List<String> sent = new ArrayList<>();
    for (int round : Rounds.all().toArray()) {
      send(kafka, topic, "round " + round);
      sent.add("round " + round);
      kafka.kill();
      assertThat(kafka.isRunning()).isFalse();
      kafka.restart();
      assertThat(received(kafka, topic, sent.size())).isEqualTo(sent);
    }
  }

  @Test
  void comesBackWithItsDataAfterStop(KafkaServer kafka) throws Exception {
    String topic = kafka.createTopic(1);
    send(kafka, topic, "before");
    kafka.stop();
    assertThat(kafka.isRunning()).isFalse();
    kafka.restart();
    assertThat(received(kafka, topic, 1)).containsExactly("before");
  }

  @Test
  void anOpenClientFindsItAgain(KafkaServer kafka) throws Exception {
    String topic = kafka.createTopic(1);
    try (KafkaProducer<String, String> producer = producer(kafka)) {
      producer.send(new ProducerRecord<>(topic, "before")).get();
      kafka.kill();
      kafka.restart();
      producer.send(new ProducerRecord<>(topic, "after")).get();
    }
    assertThat(received(kafka, topic, 2)).containsExactly("before", "after");
  }

  @Test
  void findsWhatAnEarlierServerLeftInItsDirectory(@TempDir Path directory) throws Exception {
    try (KafkaServer first = KafkaServer.start(directory)) {
      first.createTopic("kept", 1);
      send(first, "kept", "by the first");
    }
    try (KafkaServer second = KafkaServer.start(directory)) {
      assertThat(received(second, "kept", 1)).containsExactly("by the first");
    }
  }

  @Test
  void makesTopicsWithSeveralPartitions(KafkaServer kafka) {
    String topic = kafka.createTopic(3);
    try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
      assertThat(consumer.partitionsFor(topic)).hasSize(3);
    }
  }

  @Test
  void refusesASecondTopicOfTheSameName(KafkaServer kafka) {
    String topic = kafka.createTopic(1);
    assertThatThrownBy(() -> kafka.createTopic(topic, 1))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining(topic)
        .hasMessageContaining("already exists");
  }

  private static void send(KafkaServer kafka, String topic, String value) throws Exception {
    try (KafkaProducer<String, String> producer = producer(kafka)) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static List<String> received(KafkaServer kafka, String topic, int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
      List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant deadline = Instant.now().plusSeconds(30);
      while (values.size() < count && Instant.now().isBefore(deadline)) {
        consumer.poll(Duration.ofMillis(100)).forEach(message -> values.add(message.value()));
      }
    }
    return values;
  }

  private static KafkaProducer<String, String> producer(KafkaServer kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(KafkaServer kafka) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
