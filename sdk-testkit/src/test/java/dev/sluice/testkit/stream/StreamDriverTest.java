package dev.sluice.testkit.stream;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static dev.sluice.testkit.stream.Auction.NOON;
import static dev.sluice.testkit.stream.Auction.bid;
import static dev.sluice.testkit.stream.Auction.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.streaming.StreamInput;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.bridge.StreamInternals;
import dev.sluice.testkit.stream.Auction.Bid;
import dev.sluice.testkit.stream.Auction.Minute;
import java.time.Duration;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams that go in the steps of a test. */
@Tag("smoke")
@SparkTest
@Timeout(120)
class StreamDriverTest {

  record Total(String campaign, long bids) {}

  private StreamDriver driver;
  private StreamSource<Bid> bids;
  private StreamSink<Bid> all;
  private StreamSink<Minute> minutes;

  @BeforeEach
  void drive(SparkKit kit) {
    driver = kit.stream(Auction.pipeline());
    bids = driver.source("bids", Bid.class);
    all = driver.sink("all", Bid.class);
    minutes = driver.sink("minutes", Minute.class);
  }

  @Test
  void rowsThatArePushedComeInOneEpoch() {
    bids.push(bid("a", 1, 0));
    bids.push(bid("a", 3, 30), bid("b", -1, 31));
    driver.process();

    assertThat(all).hasRows(bid("a", 1, 0), bid("a", 3, 30));
    assertThat(minutes).isEmpty();
    assertThat(driver.report().stage("valid").orElseThrow().rowsIn()).hasValue(3);
  }

  @Test
  void fewRowsAreNotWorthTheCodeForWholeStagesUnlessSomebodySaysSo(SparkKit kit) {
    String fused = "spark.sql.codegen.wholeStage";
    SparkSession said = kit.spark().newSession();
    said.conf().set("spark.sql.shuffle.partitions", 1);
    said.conf().set(fused, true);

    assertThat(StreamInternals.quick(kit.spark()).conf().get(fused)).isEqualTo("false");
    assertThat(StreamInternals.quick(said).conf().get(fused)).isEqualTo("true");
  }

  @Test
  void windowsCloseWhenTheWatermarkIsMoved() {
    bids.push(bid("a", 1, 0), bid("a", 3, 30), bid("b", 2, 61));
    driver.advanceWatermarkTo(NOON.plusSeconds(60));

    assertThat(minutes).hasRows(minute(0, "a", 2, 2.0));
    assertThat(driver.watermark()).hasValue(NOON.plusSeconds(60));

    bids.push(bid("a", 5, 59), bid("b", 4, 62));
    driver.advanceWatermarkToEnd();

    assertThat(minutes).hasRows(minute(1, "b", 2, 3.0));
    assertThat(driver.progress().orElseThrow().lateRows()).isEqualTo(0);
  }

  @Test
  void aCrashAfterTheSinksRepeatsTheEpoch() {
    bids.push(bid("a", 1, 0));
    driver.process();
    bids.push(bid("a", 3, 30));
    driver.crash(CrashPoint.AFTER_SINKS).restart();

    assertThat(all).hasRows(bid("a", 1, 0), bid("a", 3, 30));
    assertThat(all.deliveries())
        .filteredOn(delivery -> !delivery.rows().isEmpty())
        .extracting(StreamSink.Delivery::epoch)
        .containsExactly(0L, 2L, 2L);
    driver.advanceWatermarkToEnd();
    assertThat(minutes).hasRows(minute(0, "a", 2, 2.0));
  }

  @Test
  void aCrashBeforeOrWithinTheSinksDeliversTheEpochAgain() {
    bids.push(bid("a", 1, 0), bid("a", 2, 1));
    driver.crash(CrashPoint.BEFORE_SINKS);
    assertThat(all.deliveries()).isEmpty();

    driver.restart();
    assertThat(all).hasRows(bid("a", 1, 0), bid("a", 2, 1));

    bids.push(bid("a", 3, 2), bid("a", 4, 3));
    driver.crash(CrashPoint.WITHIN_SINKS).restart();
    assertThat(all.deliveries())
        .filteredOn(delivery -> delivery.epoch() == 2)
        .extracting(delivery -> delivery.rows().size())
        .containsExactly(1, 2);
    assertThat(all).hasRows(bid("a", 3, 2), bid("a", 4, 3));
  }

  @Test
  void anotherDefinitionGoesOnFromTheCheckpoint() {
    bids.push(bid("a", 1, 0), bid("a", -1, 1));
    driver.process();
    driver.restart(Auction.pipelineOf(price -> price.lt(0.0)));
    bids.push(bid("a", 2, 2), bid("a", -2, 3));
    driver.process();

    assertThat(all).hasRows(bid("a", 1, 0), bid("a", -2, 3));
    driver.advanceWatermarkToEnd();
    assertThat(minutes).hasRows(minute(0, "a", 2, -0.5));
  }

  @Test
  void aWatermarkNeverGoesBack() {
    driver.advanceWatermarkTo(NOON);

    assertThatThrownBy(() -> driver.advanceWatermarkTo(NOON.minusSeconds(1)))
        .hasMessage(
            "the watermark is at 2026-03-01T12:00:00Z already, it cannot be moved to"
                + " 2026-03-01T11:59:59Z");
  }

  @Test
  void lateRowsAreLeftOutAndCounted() {
    bids.push(bid("a", 1, 0));
    driver.advanceWatermarkTo(NOON.plusSeconds(60));
    bids.push(bid("b", 1, 59));
    driver.process();

    assertThat(minutes).hasRows(minute(0, "a", 1, 1.0));
    assertThat(driver.lateRows()).isEqualTo(1);
  }

  @Test
  void whatIsKeptForTheNextEpochCanBeRead() {
    bids.push(bid("a", 1, 0), bid("b", 3, 30), bid("b", 2, 31));
    driver.process();

    assertThat(driver.state().select("key.campaign").as(Encoders.STRING()).collectAsList())
        .containsExactlyInAnyOrder("a", "b");
    assertThat(driver.progress().orElseThrow().stateRows()).isEqualTo(2);
  }

  @Test
  void timeStandsStillUntilTheTestMovesIt() {
    driver.process();
    var before = driver.now();
    driver.advanceProcessingTime(Duration.ofHours(1));

    assertThat(Duration.between(before, driver.now()))
        .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusMillis(9));
  }

  @Test
  void namesThatThePipelineDoesNotHaveAreRefusedWithThoseItHas() {
    assertThatThrownBy(() -> driver.source("bid", Bid.class))
        .hasMessage("pipeline 'auction' follows no source 'bid': there are 'bids'");
    assertThatThrownBy(() -> driver.sink("hours", Minute.class))
        .hasMessage("pipeline 'auction' has no sink 'hours': there are 'all', 'minutes'");
    assertThatThrownBy(() -> driver.sink("all", Minute.class))
        .hasMessage("sink 'all' has rows of Bid, not of Minute");
  }

  @Test
  void aSinkOfThePipelinesOwnTakesAnEpochThatIsRepeatedOnce(SparkKit kit) {
    InMemorySink<Bid> kept = InMemory.sink(Bid.class);
    Pipeline own = Pipeline.named("own");
    own.source("bids", StreamInput.of(Bid.class)).sink("kept", kept);
    StreamDriver of = kit.stream(own).keepingSinks("kept");
    of.source("bids", Bid.class).push(bid("a", 1, 0));
    of.crash(CrashPoint.AFTER_SINKS).restart();

    assertThatRows(Bid.class, kept.rows()).hasRows(bid("a", 1, 0));
  }

  @Test
  void ofAPipelineThatIsTwoQueriesOneIsChosen(SparkKit kit) {
    Pipeline two = Auction.pipeline();
    Stage<Bid> more = two.source("more", StreamInput.of(Bid.class));
    more.filter(col(Bid::campaign).isNotNull())
        .groupBy(Bid::campaign)
        .aggregate(row(Total::new).of(key(Bid::campaign), count()))
        .sink("totals", TestSinks.unused(Total.class, "campaign"));

    assertThatThrownBy(() -> kit.stream(two).process())
        .hasMessageContaining("choose the sinks of either with onlySinks(…)");

    StreamDriver totals = kit.stream(two).onlySinks("totals");
    totals.push(more, bid("a", 1, 0), bid("a", 2, 1)).process();
    assertThat(totals.sink("totals", Total.class)).hasRows(new Total("a", 2));
    assertThatThrownBy(() -> totals.advanceWatermarkTo(NOON))
        .hasMessage(
            "no stage of pipeline 'auction' waits for event time, so a watermark changes nothing");
  }
}
