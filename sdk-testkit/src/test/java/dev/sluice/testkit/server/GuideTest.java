package dev.sluice.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples of docs/guide/test-servers.md. */
class GuideTest {

  @Test
  void theExampleOfTheSharedServerHolds() throws Exception {
    // #region shared
    KafkaServer kafka = KafkaServer.shared();
    String orders = kafka.createTopic(2);
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    // #endregion
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      assertThat(producer.send(new ProducerRecord<>(orders, "an order")).get().hasOffset())
          .isTrue();
    }
  }

  @Test
  void theExampleOfAServerOfOnesOwnHolds(@TempDir Path directory) {
    // #region own
    try (PostgresServer postgres = PostgresServer.start(directory)) {
      postgres.stop();
      assertThat(postgres.isRunning()).isFalse();
      postgres.restart();
    }
    // #endregion
    assertThat(directory.resolve("data")).isNotEmptyDirectory();
  }
}
