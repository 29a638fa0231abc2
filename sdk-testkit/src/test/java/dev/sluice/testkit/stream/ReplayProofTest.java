package dev.sluice.testkit.stream;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.testkit.stream.Auction.bid;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.streaming.StreamInput;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.stream.Auction.Bid;
import dev.sluice.testkit.stream.Auction.Minute;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proof that a stream and a batch agree. */
@SparkTest
@Timeout(120)
class ReplayProofTest {

  private static final int SPLITS = Integer.getInteger("sluice.replay.splits", 3);

  record Total(String campaign, long bids) {}

  private static final List<Bid> BIDS =
      IntStream.range(0, 24)
          .mapToObj(i -> bid("abc".substring(i % 3, i % 3 + 1), i % 5 - 1, i * 7))
          .toList();

  @Test
  void windowsAreTheSameHoweverTheirRowsCome(SparkKit kit) {
    assertThatCode(
        () -> kit.sameInBatchAndStream(Auction.pipeline())
            .rows("bids", BIDS)
            .splits(SPLITS)
            .check())
        .doesNotThrowAnyException();
  }

  @Test
  void groupsThatAreNeverFinalAreComparedByTheirLastRows(SparkKit kit) {
    Pipeline totals = Pipeline.named("totals");
    totals.source("bids", StreamInput.of(Bid.class))
        .filter(col(Bid::campaign).isNotNull())
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", TestSinks.unused(Total.class, "campaign"));

    assertThatCode(
        () -> kit.sameInBatchAndStream(totals).rows("bids", BIDS).splits(SPLITS).check())
        .doesNotThrowAnyException();
  }

  @Test
  void aPipelineThatIsTwoQueriesIsComparedInBoth(SparkKit kit) {
    assertThatCode(
        () -> kit.sameInBatchAndStream(minutesAndTotals())
            .rows("bids", BIDS)
            .rows("asks", BIDS.subList(0, 5))
            .splits(SPLITS)
            .check())
        .doesNotThrowAnyException();
  }

  @Test
  void whatDiffersInOneOfTwoQueriesIsShownAsATestOfThatOne(SparkKit kit) {
    Pipeline pipeline = minutesAndTotals();
    pipeline.source("offers", StreamInput.of(Bid.class))
        .eventTime(Bid::at, Duration.ofMinutes(5))
        .dedupe(Bid::campaign)
        .sink("firsts", TestSinks.unused(Bid.class));

    assertThatThrownBy(
        () -> kit.sameInBatchAndStream(pipeline)
            .rows("offers", BIDS)
            .rows("asks", BIDS.subList(0, 5))
            .splits(20)
            .seed(7)
            .check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("sink 'firsts' got")
        .hasMessageMatching(
            "(?s).*StreamDriver driver = kit.stream\\(pipeline\\)"
                + ".onlySinks\\(\"minutes\", \"firsts\"\\);\n"
                + "  var offers = driver.source[^\n]*\n"
                + "  offers.push.*");
  }

  /** Minutes, which are final when time has passed them, beside totals, which never are. */
  private static Pipeline minutesAndTotals() {
    Pipeline pipeline = Pipeline.named("minutes and totals");
    Stage<Bid> bids = pipeline.source("bids", StreamInput.of(Bid.class));
    bids.eventTime(Bid::at, Duration.ofSeconds(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .groupBy(Bid::campaign)
        .aggregate(row(Minute::new).of(windowStart(), key(Bid::campaign), count(), avg(Bid::price)))
        .sink("minutes", TestSinks.unused(Minute.class));
    bids.union(pipeline.source("asks", StreamInput.of(Bid.class)))
        .filter(col(Bid::campaign).isNotNull())
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", TestSinks.unused(Total.class, "campaign"));
    return pipeline;
  }

  @Test
  void whatDependsOnTheOrderIsShownAsTheSmallestTest(SparkKit kit) {
    Pipeline firsts = Pipeline.named("firsts");
    firsts.source("bids", StreamInput.of(Bid.class))
        .eventTime(Bid::at, Duration.ofMinutes(5))
        .dedupe(Bid::campaign)
        .sink("firsts", TestSinks.unused(Bid.class));

    assertThatThrownBy(
        () -> kit.sameInBatchAndStream(firsts).rows("bids", BIDS).splits(20).seed(7).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "pipeline 'firsts' gives other rows as a stream than as a batch: sink 'firsts' got 1 row"
                + " from the batch, 1 from the stream; 1 missing in the stream, 1 only there")
        .hasMessageContaining("only in the stream (1):")
        // two rows of one campaign in one epoch, the later one first
        .hasMessageMatching(
            "(?s).*as a test:\n"
                + "  StreamDriver driver = kit.stream\\(pipeline\\);\n"
                + "  var bids = driver.source\\(\"bids\", Bid.class\\);\n"
                + "  bids.push\\((new Bid[^;]*, )new Bid[^;]*;\n"
                + "  driver.process\\(\\);\n"
                + "  driver.finish\\(\\);\n"
                + "  assertThat\\(driver.sink\\(\"firsts\", Bid.class\\)\\)"
                + ".hasRows\\(new Bid[^\n]*\\);\n"
                + "\nIt was split \\d+ of seed 7: .seed\\(7\\) gives it again.");
  }

  @Test
  void aPipelineWithoutRowsProvesNothing(SparkKit kit) {
    assertThatThrownBy(
        () -> kit.sameInBatchAndStream(Auction.pipeline()).rows("bids", List.of()).check())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no sink of pipeline 'auction' gets a row");
  }
}
