package dev.sluice.streaming.rule;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.bridge.RealTimeMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is refused depends on what the version of Spark runs. */
class RealTimeRulesTest {

  record Bid(String campaign, Instant at) {}

  private static List<String> codes(RealTimeMode mode) {
    Pipeline pipeline = Pipeline.named("auction");
    pipeline
        .source("bids", Kafka.topic("bids").bootstrapServers("broker:9092").json(Bid.class))
        .filter(col(Bid::campaign).isNotNull())
        .eventTime(Bid::at, Duration.ofMinutes(1))
        .dedupe(Bid::campaign)
        .sink("bids", Kafka.topic("out").bootstrapServers("broker:9092").json(Bid.class).append());
    return RealTimeRules.of(pipeline.plan(), Duration.ofSeconds(5), CallSite.unknown(), mode)
        .stream()
        .map(Problem::code)
        .map(code -> code.orElse("none"))
        .toList();
  }

  @Test
  void aSparkWithoutTheModeIsRefused() {
    assertThat(codes(new RealTimeMode("4.0.0", false, Set.of()))).contains("RTM-001");
  }

  @Test
  void memoryIsRefusedWhereSparkDoesNotRunIt() {
    assertThat(codes(new RealTimeMode("4.2.0", true, Set.of("ProjectExec"))))
        .containsExactlyInAnyOrder("RTM-005", "RTM-007");
  }

  @Test
  void memoryIsTakenWhereSparkRunsIt() {
    assertThat(
        codes(
            new RealTimeMode(
                "9.9.9", true, Set.of(RealTimeMode.DEDUPE, RealTimeMode.EVENT_TIME))))
        .isEmpty();
  }
}
