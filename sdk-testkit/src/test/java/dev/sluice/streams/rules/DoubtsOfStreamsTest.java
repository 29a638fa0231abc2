package dev.sluice.streams.rules;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.streams.rules.Auction.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streams.rules.Auction.Bid;
import dev.sluice.streams.rules.Auction.Last;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that is warned of starts, and its report says so. */
@SparkTest
@Timeout(120)
class DoubtsOfStreamsTest {

  private final StreamInput<Bid> bids = StreamInput.of(Bid.class);
  private final InMemorySink<Last> last = InMemory.sink(Last.class);

  private Streaming stream() {
    Pipeline pipeline = Pipeline.named("doubts");
    pipeline.source("bids", bids)
        .select(row(Last::new).of(TOKEN.call(col(Bid::campaign)), col(Bid::at)))
        .sink("last", last);
    return Streaming.of(pipeline).ephemeral();
  }

  @Test
  void doubtsAreInTheReport(SparkSession spark) {
    bids.add(new Bid("a", 1, Instant.EPOCH));
    try (StreamingRun run = stream().accept("SINK-005").start(spark)) {
      run.processAllAvailable();

      assertThat(run.report().notes())
          .singleElement().asString()
          .contains("(DoubtsOfStreamsTest.java:")
          .endsWith("[VALUE-003]");
    }
  }

  @Test
  void checkpointsOfAnEphemeralStreamAreGoneWithIt(SparkSession spark) throws IOException {
    List<Path> before = directories();
    bids.add(new Bid("a", 1, Instant.EPOCH));
    try (StreamingRun run = stream().start(spark)) {
      run.processAllAvailable();

      assertThat(directories()).hasSize(before.size() + 1);
    }
    assertThat(directories()).isEqualTo(before);
    assertThat(last.rows()).hasSize(1);
  }

  private static List<Path> directories() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("sluice-stream-"))
          .sorted()
          .toList();
    }
  }
}
