package dev.sluice.stages;

import static dev.sluice.streaming.run.Trigger.realTime;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.connect.Secret;
import dev.sluice.io.kafka.KafkaTopic;
import dev.sluice.io.kafka.Sasl;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spark's own writer is told passwords by its options. */
@SparkTest
@Timeout(120)
class KafkaRealTimeSecretsTest {

  record Event(long id) {}

  @Test
  void aSecretIsInNoEventLogNorReport(SparkKit kit) throws Exception {
    KafkaMessages messages = KafkaMessages.in(1).send("{\"id\":1}");
    // the broker wants no password, so that the clients carry it without using it
    KafkaTopic topic =
        messages.described()
            .property("security.protocol", "PLAINTEXT")
            .sasl(Sasl.SCRAM_SHA_512, "sluice", Secret.of("h1dden"))
            .property("ssl.keystore.key", Secret.of("h1dden"));
    Pipeline pipeline = Pipeline.named("secret");
    pipeline.source("events", topic.json(Event.class))
        .sink("copy", topic.named(messages.kafka().createTopic(1)).json(Event.class).append());

    try (EventLog events = new EventLog(kit.spark());
        CapturedLog log = CapturedLog.everything();
        StreamingRun run =
            Streaming.of(pipeline)
                .ephemeral()
                .trigger(realTime(Duration.ofSeconds(5)))
                .start(kit.spark())) {
      run.processAllAvailable();
      String report = run.drain().toJson();

      assertThat(report).contains("\"rows\" : 1");
      assertThat(List.of(report, String.join("\n", events.lines()), String.join("\n", log.texts())))
          .noneMatch(text -> text.contains("h1dden"));
      assertThat(events.lines()).anyMatch(line -> line.contains("WriteToDataSourceV2"));
    }
  }
}
