package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.checkpoint.Checkpoint;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.streams.Auction.Bid;
import dev.sluice.streams.Auction.Minute;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where checkpoints are, and what can be seen of them. */
@SparkTest
@Timeout(120)
class CheckpointPlaceTest {

  @TempDir
  Path directory;

  private final Delivered<Bid> all = Delivered.of(Bid.class);

  @BeforeEach
  void input() throws IOException {
    Auction.add(directory.resolve("bids"), "1.json", Auction.bid("a", 5, 0));
  }

  private static SparkSession withOtherFileSystems(SparkSession spark) {
    SparkSession session = spark.newSession();
    session.conf().set("fs.other.impl", OtherFileSystem.class.getName());
    session.conf().set("fs.readonly.impl", OtherFileSystem.ReadOnly.class.getName());
    return session;
  }

  private Streaming stream(String checkpoints) {
    Pipeline pipeline = Pipeline.named("auction");
    Auction.timed(pipeline, directory.resolve("bids")).sink("all", all);
    return Streaming.of(pipeline).checkpoints(checkpoints).trigger(Trigger.availableNow());
  }

  @Test
  void anyFileSystemOfHadoopWillDo(SparkSession spark) throws IOException {
    SparkSession session = withOtherFileSystems(spark);
    String checkpoints = "other://" + directory.resolve("checkpoints");
    stream(checkpoints).start(session).await();
    Auction.add(directory.resolve("bids"), "2.json", Auction.bid("b", 5, 1));

    try (StreamingRun second = stream(checkpoints).start(session)) {
      assertThatThrownBy(() -> stream(checkpoints).start(session)).hasMessageContaining("CKPT-001");
      second.await();
    }

    assertThat(all.epochs()).containsExactly(0L, 1L);
    assertThat(directory.resolve("checkpoints/auction/stream/sluice/fingerprint.json"))
        .content()
        .contains("other:/");
  }

  @Test
  void whereNothingCanBeWrittenNothingStarts(SparkSession spark) {
    assertThatThrownBy(
        () -> stream("readonly://" + directory).start(withOtherFileSystems(spark)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("CKPT-012: the checkpoint readonly://")
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("Permission denied");
    assertThat(all.epochs()).isEmpty();
  }

  @Test
  void withoutADirectoryNothingStarts(SparkSession spark) {
    Pipeline pipeline = Pipeline.named("auction");
    Auction.timed(pipeline, directory.resolve("bids")).sink("all", all);

    assertThatThrownBy(() -> Streaming.of(pipeline).start(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("say checkpoints(directory)");
  }

  @Test
  void anyNamesAreDirectoriesOfTheirOwn(SparkSession spark) {
    Pipeline pipeline = Pipeline.named("../a b");
    pipeline.source("bids", new FollowedJson<>(Bid.class, directory.resolve("bids")))
        .filter(col(Bid::price).gt(0.0))
        .sink("x/y:1", all);
    Path checkpoints = directory.resolve("checkpoints");

    Streaming.of(pipeline)
        .checkpoints(checkpoints.toString())
        .eachSinkAlone()
        .trigger(Trigger.availableNow())
        .start(spark)
        .await();

    assertThat(checkpoints.resolve("=2E.=2Fa=20b/sinks/x=2Fy=3A1/commits/0")).exists();
    assertThat(all.rows()).hasSize(1);
  }

  @Test
  void aCheckpointCanBeLookedAt(SparkSession spark) throws IOException {
    Path checkpoints = directory.resolve("checkpoints");
    Pipeline pipeline = Pipeline.named("auction");
    Auction.minutes(Auction.timed(pipeline, directory.resolve("bids")))
        .sink("minutes", Delivered.of(Minute.class));
    Auction.add(directory.resolve("bids"), "2.json", Auction.bid("b", 5, 30));
    Auction.run(pipeline, checkpoints, spark);

    String text = Checkpoint.at(checkpoints.toString(), spark).describe();

    assertThat(text.lines())
        .anyMatch(line -> line.matches("checkpoint file:.*/checkpoints/auction/stream"))
        .anyMatch(line -> line.startsWith("  pipeline     auction, query stream, last by Spark "))
        .anyMatch(line -> line.startsWith("  lease        free; last held by pipeline 'auction'"))
        .anyMatch(line -> line.matches("  epochs       \\d is done, none is in hand"))
        .contains("  watermark    2026-03-01T12:00:20Z")
        .contains("  sources      known by their order")
        .anyMatch(line -> line.startsWith("  source       'bids' (json " + directory))
        .anyMatch(
            line -> line.startsWith(
                "  remembers    'minutes' (aggregate): window: windows of PT1M; keys: campaign STRING; aggregates: count(), min(price)"))
        .anyMatch(line -> line.matches(
            "  state        operator 0, stateStoreSave, store default: 2 rows in \\d partitions"))
        .noneMatch(line -> line.contains("damaged"));
    assertThat(Checkpoint.at(checkpoints.toString()).describe()).doesNotContain("state  ");
  }

  @Test
  void whatIsDamagedCanBeSeen(SparkSession spark) throws IOException {
    stream(directory.resolve("checkpoints").toString()).start(spark).await();
    Files.delete(directory.resolve("checkpoints/auction/stream/metadata"));

    assertThat(Checkpoint.at(directory + "/checkpoints").describe())
        .contains("  query id     none")
        .contains("  damaged      CKPT-005: ");
  }

  @Test
  void whereThereIsNoneThatIsSaid() {
    assertThat(Checkpoint.at(directory + "/nothing").describe()).startsWith("no checkpoint in ");
  }
}
