package dev.sluice.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What Kafka's clients are told. */
class ClusterTest {

  private static final Cluster CLUSTER = Cluster.NONE.at("b:2, a:1");

  private static ProducerConfig producer(Cluster cluster) {
    Map<String, Object> told = new HashMap<>(cluster.sending());
    told.put("key.serializer", ByteArraySerializer.class);
    told.put("value.serializer", ByteArraySerializer.class);
    return new ProducerConfig(told);
  }

  @Test
  void aUserAndAPasswordWithAnySignReachTheLoginModule() {
    String password = "a\"b\\c;d'e $f";
    Cluster cluster = CLUSTER.with(Sasl.SCRAM_SHA_512, "shop \"x\"", Secret.of(password));

    AdminClientConfig told = new AdminClientConfig(new HashMap<>(cluster.asking()));

    assertThat(told.getString("security.protocol")).isEqualTo("SASL_SSL");
    assertThat(told.getString(SaslConfigs.SASL_MECHANISM)).isEqualTo("SCRAM-SHA-512");
    Password jaas = told.getPassword(SaslConfigs.SASL_JAAS_CONFIG);
    var entry =
        JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, jaas))
            .configurationEntries().get(0);
    assertThat(entry.getLoginModuleName())
        .isEqualTo("org.apache.kafka.common.security.scram.ScramLoginModule");
    assertThat(entry.getOptions().get("username")).isEqualTo("shop \"x\"");
    assertThat(entry.getOptions().get("password")).isEqualTo(password);
  }

  @Test
  void theProtocolThatWasSetStays() {
    Cluster before =
        CLUSTER.with("security.protocol", "SASL_PLAINTEXT")
            .with(Sasl.PLAIN, "u", Secret.of("p"));
    Cluster after =
        CLUSTER.with(Sasl.PLAIN, "u", Secret.of("p"))
            .with("security.protocol", "SASL_PLAINTEXT");

    assertThat(before.asking()).containsEntry("security.protocol", "SASL_PLAINTEXT");
    assertThat(after.asking()).containsEntry("security.protocol", "SASL_PLAINTEXT");
  }

  @Test
  void aSenderWritesOnceAndToAllReplicasUnlessToldOtherwise() {
    ProducerConfig told = producer(CLUSTER);
    ProducerConfig fast =
        producer(CLUSTER.with("acks", "1").with("enable.idempotence", "false"));

    assertThat(told.getString("acks")).isEqualTo("-1");
    assertThat(told.getBoolean("enable.idempotence")).isTrue();
    assertThat(fast.getString("acks")).isEqualTo("1");
  }

  @Test
  void everyTimeoutSuitsEveryClient() {
    for (Duration timeout : new Duration[]{
        Duration.ofSeconds(1), Duration.ofSeconds(7), Duration.ofMinutes(30)}) {
      Cluster cluster = CLUSTER.within(timeout);
      int millis = Math.toIntExact(timeout.toMillis());
      Map<String, Object> reading = new HashMap<>(cluster.reading());
      reading.put("key.deserializer", ByteArrayDeserializer.class);
      reading.put("value.deserializer", ByteArrayDeserializer.class);

      assertThat(producer(cluster).getInt("delivery.timeout.ms")).isEqualTo(millis);
      assertThat(new ConsumerConfig(reading).getInt("default.api.timeout.ms")).isEqualTo(millis);
      assertThat(
          new AdminClientConfig(new HashMap<>(cluster.forCheck().asking()))
              .getInt("default.api.timeout.ms"))
          .isEqualTo(Math.min(millis, 10_000));
    }
  }

  @Test
  void theSameServersInAnotherOrderAreTheSameCluster() {
    assertThat(CLUSTER.name()).isEqualTo(Cluster.NONE.at("a:1,b:2").name()).isEqualTo("a:1,b:2");
  }

  @Test
  void nothingThatIsShownHasTheSecret() {
    KafkaTopic topic =
        Kafka.topic("bids").bootstrapServers("a:1").sasl(Sasl.PLAIN, "u", Secret.of("h1dden"));

    assertThat(topic).hasToString("topic bids at a:1");
    assertThat(new SaslLogin(Sasl.PLAIN, "u", Secret.of("h1dden")).toString())
        .doesNotContain("h1dden");
  }
}
