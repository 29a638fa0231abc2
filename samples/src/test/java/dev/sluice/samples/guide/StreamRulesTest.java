package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.plan.Problem;
import dev.sluice.samples.docs.Output;
import dev.sluice.streaming.Streaming;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class StreamRulesTest {

  record Bid(String campaign, double price, Instant at) {}

  private final Pipeline pipeline = Pipeline.named("auction");
  private final Stage<Bid> bids =
      pipeline.source(
          "bids",
          Kafka.topic("bids").bootstrapServers("broker:9092").json(Bid.class).maxOffsetsPerTrigger(10_000));

  @Test
  void refused() throws IOException {
    // #region refused
    bids.dedupe(Bid::campaign)
        .limit(100)
        .sink("bids", Kafka.topic("bids").bootstrapServers("broker:9092").json(Bid.class).append());

    Streaming stream = Streaming.of(pipeline).checkpoints("/data/checkpoints");
    // #endregion

    var problems = assertThrows(PipelineException.class, stream::validate);
    Output.in("docs/guide/stream-rules.md", "refused").shows(problems.getMessage());
  }

  @Test
  void warned() throws IOException {
    // #region warned
    bids.sink("copy", Kafka.topic("copy").bootstrapServers("broker:9092").json(Bid.class).append());

    List<Problem> warnings = Streaming.of(pipeline).checkpoints("/data/checkpoints").warnings();
    // #endregion

    Output.in("docs/guide/stream-rules.md", "warned")
        .shows(warnings.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
