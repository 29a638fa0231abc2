package dev.sluice.testkit.stream;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.stream.Auction.NOON;
import static dev.sluice.testkit.stream.Auction.bid;
import static dev.sluice.testkit.stream.Auction.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.stream.Auction.Bid;
import dev.sluice.testkit.stream.Auction.Minute;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams that go in the steps of a test. */
@SparkTest
@Timeout(120)
class StreamDriverTest {

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
}
