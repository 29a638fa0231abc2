package dev.sluice.streams;

import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State is in as many parts as there are cores, unless the user says something else. */
@SparkTest
class StatePartitionsTest {

  private static final String SHUFFLES = "spark.sql.shuffle.partitions";

  record Click(String page, Instant at) {}

  record Counted(String page, long clicks) {}

  @TempDir
  Path checkpoints;

  @Test
  void thePresetOfAnEmbeddedSessionIsNotWhatTheUserSays(SparkSession spark) throws IOException {
    SparkSession embedded = spark.newSession();
    embedded.conf().set(SHUFFLES, 7);
    embedded.conf().set(Sessions.PRESET_SHUFFLES, 7);

    countClicks(embedded);

    assertThat(partitions()).isEqualTo(spark.sparkContext().defaultParallelism());
  }

  @Test
  void theUserHasTheLastWord(SparkSession spark) throws IOException {
    SparkSession embedded = spark.newSession();
    embedded.conf().set(SHUFFLES, 3);
    embedded.conf().set(Sessions.PRESET_SHUFFLES, 7);

    countClicks(embedded);

    assertThat(partitions()).isEqualTo(3);
  }

  private void countClicks(SparkSession spark) {
    StreamInput<Click> input = StreamInput.of(Click.class);
    Pipeline pipeline = Pipeline.named("clicks");
    pipeline.source("clicks", input)
        .eventTime(Click::at, Duration.ofSeconds(1))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Click::page)
        .aggregate(row(Counted::new).of(key(Click::page), count()))
        .sink("counts", Delivered.of(Counted.class));
    input.add(new Click("home", Instant.EPOCH));
    try (StreamingRun run =
        Streaming.of(pipeline).checkpoints(checkpoints.toString()).start(spark)) {
      run.processAllAvailable();
    }
  }

  /** Spark has a directory for each below that of the operator. */
  private long partitions() throws IOException {
    try (Stream<Path> files = Files.walk(checkpoints)) {
      Path operator =
          files.filter(file -> file.endsWith(Path.of("state", "0"))).findFirst().orElseThrow();
      try (Stream<Path> parts = Files.list(operator)) {
        return parts.filter(part -> part.getFileName().toString().matches("\\d+")).count();
      }
    }
  }
}
