package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.connect.Secret;
import dev.sluice.io.format.Formats;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.KafkaServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is wrong with a topic is said before any job, and no secret is. */
@SparkTest
class KafkaChecksTest {

  record Pair(int id, String name) {}

  private final SparkKit kit;

  KafkaChecksTest(SparkKit kit) {
    this.kit = kit;
  }

  private static KafkaTopic topic(String name) {
    return Kafka.topic(name).bootstrapServers(KafkaServer.shared().bootstrapServers());
  }

  private List<String> ofSourceAndSink(KafkaTopic topic) {
    List<String> source = topic.json(Pair.class).check(kit.spark());
    List<String> sink = topic.json(Pair.class).append().check(kit.spark());
    assertThat(sink).hasSameSizeAs(source);
    return source;
  }

  @Test
  void aTopicThatIsThereHasNoProblem() {
    assertThat(ofSourceAndSink(KafkaMessages.in(1).described())).isEmpty();
  }

  @Test
  void aTopicThatIsNotThereIsToldWithTheNearestName() {
    String name = "bids-" + UUID.randomUUID();
    KafkaServer.shared().createTopic(name, 1);

    assertThat(ofSourceAndSink(topic(name + "x")))
        .singleElement().asString()
        .startsWith("json of topic %sx at ".formatted(name))
        .contains("there is no such topic; did you mean %s?".formatted(name))
        .contains("this makes it: kafka-topics.sh --bootstrap-server ");
  }

  @Test
  void aBrokerThatDoesNotAnswerIsToldWithinSeconds() {
    KafkaTopic nowhere = Kafka.topic("bids").bootstrapServers("127.0.0.1:1");
    long start = System.nanoTime();

    assertThat(nowhere.timeout(Duration.ofSeconds(2)).json(Pair.class).check(kit.spark()))
        .singleElement().asString()
        .contains("no answer from the brokers at 127.0.0.1:1 within 2 s")
        .contains("are they up, and is their advertised address reachable from here?");
    assertThat(nowhere.json(Pair.class).append().check(kit.spark())).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
  }

  @Test
  void aHostThatIsNotKnownIsTold() {
    assertThat(ofSourceAndSink(Kafka.topic("bids").bootstrapServers("no.such.host.invalid:9092")))
        .singleElement().asString()
        .contains("No resolvable bootstrap urls");
  }

  @Test
  void aPropertyThatKafkaCannotReadIsTold() {
    assertThat(ofSourceAndSink(topic("x").property("security.protocol", "SSSL")))
        .singleElement().asString()
        .contains("security.protocol");
  }

  @Test
  void serversAreNeeded() {
    assertThat(ofSourceAndSink(Kafka.topic("bids")))
        .containsExactly("json of topic bids: it has no bootstrapServers(…)");
  }

  @Test
  void aComponentOfAWholeValueNeedsAPlace() {
    assertThat(topic("x").value(Pair.class, Pair::name).check(kit.spark()))
        .singleElement().asString()
        .endsWith(
            "the value is name, and nothing says where in a message is id: key(…), header(…) or the like");
  }

  @Test
  void somethingIsLeftForTheValue() {
    assertThat(
        topic("x").format(Formats.json(Pair.class)).key(Pair::id).header("n", Pair::name)
            .check(kit.spark()))
        .singleElement().asString()
        .contains("all components of Pair are beside the value, and none is in it");
  }

  @Test
  void aSecretAsPlainTextIsRefused() {
    KafkaTopic topic = Kafka.topic("bids");
    String jaas = "some.Module required username=\"u\" password=\"h1dden\";";

    for (List<String> property : List.of(
        List.of("sasl.jaas.config", jaas),
        List.of("ssl.key.password", "h1dden"),
        List.of("ssl.keystore.key", "h1dden"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> topic.property(property.get(0), property.get(1)))
          .withMessageContaining("property '%s' is a secret".formatted(property.get(0)))
          .withMessageNotContaining("h1dden");
    }
  }

  @Test
  void whatIsSetHereIsRefused() {
    KafkaTopic topic = Kafka.topic("bids");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> topic.property("kafka.linger.ms", "5"))
        .withMessage("property 'kafka.linger.ms' is Spark's name for it; Kafka's is 'linger.ms'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> topic.property("bootstrap.servers", "a:1"))
        .withMessage("servers are given with bootstrapServers(…)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> topic.property("key.serializer", "x"))
        .withMessage("property 'key.serializer' is set by Sluice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> topic.property("max.block.ms", "1"))
        .withMessage("property 'max.block.ms' follows from timeout(…)");
  }

  @Test
  void namesAndServersThatCannotBeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Kafka.topic("my topic"))
        .withMessageContaining("a topic's name is 1 to 249 letters of ASCII");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kafka.topic("bids").bootstrapServers("broker1"))
        .withMessage("a bootstrap server is host:port, such as broker1:9092, not 'broker1'");
  }

  @Test
  void aSecretThatIsNotThereIsToldByItsPlace() {
    KafkaTopic topic =
        topic("bids").property("ssl.key.password", Secret.env("SLUICE_NO_SUCH_SECRET"));

    assertThat(ofSourceAndSink(topic))
        .singleElement().asString()
        .contains("environment variable SLUICE_NO_SUCH_SECRET");
  }

  @Test
  void aRunSaysWhatTheCheckSays() {
    Pipeline pipeline = Pipeline.named("pairs");
    pipeline.source("rows", InMemory.rows(Pair.class, List.of(new Pair(1, "a"))))
        .sink("topic", topic("no-such-topic").json(Pair.class).append());

    assertThatThrownBy(() -> pipeline.run(kit.spark()))
        .hasMessageContaining("json of topic no-such-topic at ")
        .hasMessageContaining("there is no such topic");
  }
}
