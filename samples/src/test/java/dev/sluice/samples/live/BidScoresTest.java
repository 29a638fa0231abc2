package dev.sluice.samples.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.ml.score.Model;
import dev.sluice.quality.Rejected;
import dev.sluice.samples.ads.EventCleaning;
import dev.sluice.samples.live.model.Bid;
import dev.sluice.samples.live.model.Offer;
import dev.sluice.samples.live.model.ScoredBid;
import dev.sluice.streaming.StreamInput;
import dev.sluice.testkit.ReplayProof;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Bids of a stream are scored as those of a batch, and by plain Java. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BidScoresTest {

  private static final int SPLITS = Integer.getInteger(ReplayProof.SPLITS, 2);

  private final LiveEvents events = LiveEvents.of(7);
  private Model<Offer, ScoredBid> model;

  @BeforeAll
  void train(SparkSession spark) {
    model =
        BidScores.training(
            EventCleaning.events(BidsScoreJob.past(Pipeline.named("clicks"), 10_000)))
            .fit(spark);
  }

  private List<Bid> bids(int count) {
    return LongStream.range(0, count)
        .mapToObj(number -> BidsScoreJob.sometimesWrong(events.bid(number)))
        .toList();
  }

  @Test
  void bidsOfAStreamAreScoredAsThoseOfABatch(SparkKit kit) {
    Pipeline pipeline = Pipeline.named("live");
    BidScores.scored(pipeline.source("bids", StreamInput.of(Bid.class)), model)
        .sink("scored", InMemory.sink(ScoredBid.class));

    kit.sameInBatchAndStream(pipeline).rows("bids", bids(200)).splits(SPLITS).check();
  }

  @Test
  void bidsInCentsAreRejectedAndTheOthersScored(SparkSession spark) {
    Pipeline pipeline = Pipeline.named("live");
    InMemorySink<ScoredBid> scored = InMemory.sink(ScoredBid.class);
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    BidScores.scored(pipeline.source("bids", InMemory.rows(Bid.class, bids(200))), model)
        .sink("scored", scored);
    pipeline.quarantine(rejected).run(spark);

    assertThat(scored.rows()).hasSize(198);
    assertThat(rejected.rows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.reasons()).containsExactly("price in 0 to 20"));
  }
}
