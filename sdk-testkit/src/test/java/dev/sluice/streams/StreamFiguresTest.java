package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import dev.sluice.Pipeline;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stream shows among the figures of the application, as JMX and Prometheus read them. */
@SparkTest
@Timeout(120)
@Tag("smoke")
class StreamFiguresTest {

  record Bid(String campaign, double price, Instant at) {}

  record Minute(Instant from, String campaign, long bids) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final StreamInput<Bid> bids = StreamInput.of(Bid.class);

  private StreamingRun start(SparkSession spark) {
    Pipeline pipeline = Pipeline.named("auction");
    pipeline.source("bids", bids)
        .clean("valid", rules -> rules.require("a price", col(Bid::price).gt(0.0)))
        .eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count()))
        .sink("minutes", Delivered.of(Minute.class));
    return Streaming.of(pipeline).ephemeral().start(spark);
  }

  private static Bid bid(String campaign, double price, int second) {
    return new Bid(campaign, price, START.plusSeconds(second));
  }

  @Test
  void rowsOfSinksRejectedAndLateOnesAreThereWhileItRuns(SparkSession spark) throws Exception {
    try (StreamingRun run = start(spark)) {
      bids.add(bid("a", 1, 0), bid("b", 1, 0), bid("c", -1, 1));
      run.processAllAvailable();
      bids.add(bid("a", 1, 100));
      run.processAllAvailable();
      bids.add(bid("a", 1, 2));
      run.processAllAvailable();
      await(() -> run.progress().stream().mapToLong(StreamProgress::epoch).sum() >= 3
          && Long.valueOf(1).equals(shown("auction").get("lateRows")));

      Map<String, Object> shown = shown("auction");
      assertThat(shown)
          .containsEntry("sinks.minutes.rows", 2L)
          .containsEntry("rejectedRows", 1L)
          .containsEntry("stages.valid.rejectedRows", 1L)
          .containsEntry("droppedRows", 0L)
          .containsEntry("lateRows", 1L)
          .containsEntry("offsetsBehind", Double.NaN);
      assertThat((Long) shown.get("watermarkDelayMillis"))
          .isBetween(
              0L, Duration.between(START.plusSeconds(89), Instant.now()).toMillis());
    }

    assertThat(shown("auction")).isEmpty();
  }

  @Test
  void twoStreamsOfOneNameAreShownApart(SparkSession spark) throws Exception {
    try (StreamingRun first = start(spark)) {
      StreamingRun second = start(spark);
      assertThat(shown("auction-2")).isNotEmpty();
      second.stop();

      assertThat(first.isRunning()).isTrue();
      assertThat(shown("auction")).isNotEmpty();
      assertThat(shown("auction-2")).isEmpty();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(20);
    }
  }

  /** Spark's registry, of which its own sinks are made; nobody outside it can ask for it. */
  private static Map<String, Object> shown(String of) {
    Map<String, Object> figures = new TreeMap<>();
    registry().getGauges().forEach((name, gauge) -> {
      String[] parts = name.split("\\.driver\\.sluice\\." + of + "\\.stream\\.");
      if (parts.length == 2) {
        figures.put(parts[1], ((Gauge<?>) gauge).getValue());
      }
    });
    return figures;
  }

  private static MetricRegistry registry() {
    try {
      Field registry = MetricsSystem.class.getDeclaredField("registry");
      registry.setAccessible(true);
      return (MetricRegistry) registry.get(SparkEnv.get().metricsSystem());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
