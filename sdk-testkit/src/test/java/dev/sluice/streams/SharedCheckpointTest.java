package dev.sluice.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.connect.Epoch;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamFailedException;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streams.Auction.Bid;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.jvm.JvmOfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two streams that are told of one checkpoint. */
@SparkTest
@Timeout(120)
class SharedCheckpointTest {

  @TempDir
  Path directory;

  private Path checkpoints;

  private final Delivered<Bid> all = Delivered.of(Bid.class);

  @BeforeEach
  void input() throws IOException {
    checkpoints = directory.resolve("checkpoints");
    Auction.add(directory.resolve("bids"), "1.json", Auction.bid("a", 5, 0));
  }

  private Streaming stream() {
    Pipeline pipeline = Pipeline.named("auction");
    Auction.timed(pipeline, directory.resolve("bids")).sink("all", all);
    return Streaming.of(pipeline).checkpoints(checkpoints.toString());
  }

  @Test
  void theSecondIsRefusedAndTheFirstGoesOn(SparkSession spark) throws IOException {
    try (StreamingRun first = stream().start(spark)) {
      first.processAllAvailable();

      for (SparkSession session : List.of(spark, spark.newSession())) {
        assertThatThrownBy(() -> stream().start(session))
            .isInstanceOf(PipelineException.class)
            .hasMessageContaining("CKPT-001: the checkpoint " + checkpoints + "/auction/stream")
            .hasMessageContaining("is held by pipeline 'auction' on host ")
            .hasMessageContaining("process %d".formatted(ProcessHandle.current().pid()));
      }
      Auction.add(directory.resolve("bids"), "2.json", Auction.bid("b", 5, 1));
      first.processAllAvailable();
      assertThat(all.epochs()).containsExactly(0L, 1L);
    }
  }

  @Test
  void itIsFreeAgainAfterADrainAStopAndAFailure(SparkSession spark) throws IOException {
    StreamingRun drained = stream().start(spark);
    drained.processAllAvailable();
    drained.drain();
    stream().start(spark).stop();
    Auction.add(directory.resolve("bids"), "2.json", Auction.bid("b", 5, 1));
    Pipeline failing = Pipeline.named("auction");
    Auction.timed(failing, directory.resolve("bids")).sink("all",
        Delivered.calling(Bid.class, SharedCheckpointTest::fail));
    StreamingRun failed = Streaming.of(failing).checkpoints(checkpoints.toString()).start(spark);
    assertThatThrownBy(failed::await).hasMessageContaining("disk full");

    try (StreamingRun last = stream().start(spark)) {
      last.processAllAvailable();
    }
    assertThat(all.rows()).extracting(Bid::campaign).containsExactly("a", "b");
  }

  private static void fail(Epoch epoch) {
    throw new IllegalStateException("disk full, epoch " + epoch.id());
  }

  @Test
  void aStreamThatLostItsLeaseWritesNoMore(SparkSession spark) throws IOException {
    StreamingRun run = stream().start(spark);
    run.processAllAvailable();
    Path ours = checkpoints.resolve("auction/stream/sluice");
    Files.copy(ours.resolve("lease-1.json"), ours.resolve("lease-2.json"));
    Auction.add(directory.resolve("bids"), "2.json", Auction.bid("b", 5, 1));

    assertThatThrownBy(run::await)
        .isInstanceOf(StreamFailedException.class)
        .hasMessageContaining("the lease of this stream on the checkpoint")
        .hasMessageContaining("was taken over by pipeline 'auction'");
    assertThat(all.epochs()).containsExactly(0L);
  }

  @Test
  void anotherJvmHoldsItUntilItIsKilled(SparkSession spark) throws Exception {
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> otherJvm(directory));
    await(directory.resolve("runs"), other);

    assertThatThrownBy(() -> stream().start(spark))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("CKPT-001")
        .hasMessageContaining("process " + Files.readString(directory.resolve("runs")) + ",");
    assertThat(all.epochs()).isEmpty();

    Files.createFile(directory.resolve("die"));
    assertThat(other.get(60, TimeUnit.SECONDS)).as("status of a killed process").isEqualTo(137);
    Auction.add(directory.resolve("bids"), "2.json", Auction.bid("b", 5, 1));
    try (StreamingRun taken = stream().start(spark)) {
      taken.processAllAvailable();
    }
    assertThat(all.rows()).extracting(Bid::campaign).containsExactly("b");
  }

  private static int otherJvm(Path directory) {
    try {
      return JvmOfTest.run(List.of(), HoldingJvm.class.getName(), directory.toString());
    } catch (IOException | InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static void await(Path file, CompletableFuture<Integer> process) throws Exception {
    while (!Files.exists(file)) {
      assertThat(process).as("the other JVM").isNotDone();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
