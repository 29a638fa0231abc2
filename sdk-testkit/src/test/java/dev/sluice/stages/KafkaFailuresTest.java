package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.stages.KafkaMessages.bytes;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.Secret;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.io.kafka.Sasl;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.KafkaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.EventLoggingListener;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import scala.Option;

/** A broker that goes away, and what is shown of secrets. */
@SparkTest
class KafkaFailuresTest {

  record Event(int id) {}

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** What a failure may take beyond the patience: tasks are stopped, the report is made. */
  private static final Duration BOUND = PATIENCE.multipliedBy(4);

  /** The server that a row takes down; tasks run in this JVM. */
  private static final AtomicReference<KafkaServer> VICTIM = new AtomicReference<>();

  private final SparkKit kit;

  KafkaFailuresTest(SparkKit kit) {
    this.kit = kit;
  }

  private static final class Killer implements UDF1<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer call(Integer id) {
      if (id == 500 && VICTIM.get() != null) {
        VICTIM.getAndSet(null).kill();
      }
      return id;
    }
  }

  /** Passes rows on, and kills the broker at one of them. */
  private static Stage<Event> killing(Stage<Event> events) {
    return events.transform(
        "kill",
        Event.class,
        rows -> rows.select(
            functions.udf(new Killer(), DataTypes.IntegerType).apply(functions.col("id"))
                .as("id")));
  }

  private static List<Event> events(int count) {
    return IntStream.range(0, count).mapToObj(Event::new).toList();
  }

  private static KafkaTopic topic(KafkaServer kafka, String name) {
    return Kafka.topic(name).bootstrapServers(kafka.bootstrapServers()).timeout(PATIENCE);
  }

  private void failsSoon(Pipeline pipeline, String message) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> pipeline.run(kit.spark()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining(message);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
  }

  @Test
  void aBrokerThatGoesAwayWhileItIsWrittenToFailsTheRunAndTheNextRunWorks() {
    try (KafkaServer kafka = KafkaServer.start()) {
      KafkaMessages messages = new KafkaMessages(kafka, kafka.createTopic(1));
      Pipeline pipeline = Pipeline.named("write");
      killing(pipeline.source("rows", InMemory.rows(Event.class, events(1_000))))
          .sink("topic", topic(kafka, messages.topic()).json(Event.class).append());
      VICTIM.set(kafka);

      failsSoon(pipeline, "no answer from the brokers at " + kafka.bootstrapServers());

      kafka.restart();
      RunReport report = pipeline.run(kit.spark());
      assertThat(report).wroteRows("topic", 1_000);
      assertThat(messages.values()).contains("{\"id\":0}", "{\"id\":999}");
    }
  }

  @Test
  void aBrokerThatGoesAwayWhileItIsReadFailsTheRunAndTheNextRunWorks() {
    try (KafkaServer kafka = KafkaServer.start()) {
      KafkaMessages messages = new KafkaMessages(kafka, kafka.createTopic(1));
      try (var producer = messages.producer(Map.of())) {
        events(20_000).forEach(
            event -> producer.send(
                new ProducerRecord<>(
                    messages.topic(), bytes("{\"id\":%d}".formatted(event.id())))));
      }
      InMemorySink<Event> few = InMemory.sink(Event.class);
      Pipeline pipeline = Pipeline.named("read");
      killing(
          pipeline.source("events", topic(kafka, messages.topic()).json(Event.class)))
          .filter(col(Event::id).ge(19_990))
          .sink("few", few);
      VICTIM.set(kafka);

      failsSoon(
          pipeline,
          "json of topic %s at %s: no answer from the brokers at %2$s within 4 s"
              .formatted(messages.topic(), kafka.bootstrapServers()));

      kafka.restart();
      pipeline.run(kit.spark());
      assertThat(few.rows()).hasSize(10);
    }
  }

  @Test
  void aBrokerThatIsDownFailsARunBeforeItBegins() {
    Pipeline pipeline = Pipeline.named("down");
    pipeline
        .source(
            "events",
            Kafka.topic("events").bootstrapServers("127.0.0.1:1").timeout(PATIENCE)
                .json(Event.class))
        .sink("all", InMemory.sink(Event.class));

    assertThatThrownBy(() -> pipeline.run(kit.spark()))
        .hasMessageContaining("no answer from the brokers at 127.0.0.1:1 within 4 s");
  }

  @Test
  void aSecretIsInNoEventLogPlanReportOrText() throws IOException {
    KafkaMessages messages = KafkaMessages.in(1).send("{\"id\":1}");
    // the broker wants no password, so that the clients carry it without using it
    KafkaTopic topic =
        messages.described()
            .property("security.protocol", "PLAINTEXT")
            .sasl(Sasl.SCRAM_SHA_512, "sluice", Secret.of("h1dden"))
            .property("ssl.keystore.key", Secret.of("h1dden"));
    Pipeline pipeline = Pipeline.named("secret");
    pipeline.source("events", topic.json(Event.class)).sink("all", InMemory.sink(Event.class));
    pipeline.source("more", InMemory.rows(Event.class, events(1)))
        .sink("topic", topic.named(messages.kafka().createTopic(1)).json(Event.class).append());
    SparkContext context = kit.spark().sparkContext();
    Path logs = Files.createDirectory(kit.directory().resolve("events"));
    EventLoggingListener log =
        new EventLoggingListener(
            "app", Option.empty(), logs.toUri(), context.conf().set(
                "spark.eventLog.compress", "false"),
            context.hadoopConfiguration());
    log.start();
    context.addSparkListener(log);

    RunReport report;
    try {
      report = pipeline.run(kit.spark());
    } finally {
      context.removeSparkListener(log);
      log.stop();
    }

    StringBuilder shown = new StringBuilder();
    try (var files = Files.walk(logs)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        shown.append(Files.readString(file));
      }
    }
    assertThat(shown).contains("KafkaRelation");
    shown.append(report.toText()).append(report.toJson()).append(pipeline.describe()).append(topic)
        .append(
            topic.json(Event.class).read(kit.spark()).queryExecution().toString());
    assertThat(shown).doesNotContain("h1dden");
  }
}
