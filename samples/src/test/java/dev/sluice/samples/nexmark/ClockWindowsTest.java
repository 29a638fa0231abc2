package dev.sluice.samples.nexmark;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.samples.nexmark.ClockWindows.ClockWindow;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.stream.StreamDriver;
import dev.sluice.testkit.stream.StreamSink;
import dev.sluice.testkit.stream.StreamSource;
import org.junit.jupiter.api.Test;

/** Query 12, whose windows the clock decides. */
@SparkTest
class ClockWindowsTest {

  private final Events events = new NexmarkEvents(42, 50).arrived();
  private final Bid bid = events.bids().get(0);

  @Test
  void aBidIsInTheTenSecondsInWhichItComes(SparkKit kit) {
    Pipeline pipeline = Pipeline.named("clock");
    ClockWindows.of(Sources.followed(pipeline).bids())
        .sink("windows", InMemory.sink(ClockWindow.class));
    StreamDriver driver = kit.stream(pipeline);
    StreamSource<Bid> bids = driver.source("Bid", Bid.class);
    StreamSink<ClockWindow> windows = driver.sink("windows", ClockWindow.class);

    bids.push(bid, bid);
    driver.process();
    assertThat(windows).isEmpty();
    driver.advanceProcessingTime(TenSeconds.LENGTH);
    assertThat(windows).hasRows(new ClockWindow(bid.bidder(), 2, StreamDriver.START));

    bids.push(bid);
    driver.advanceProcessingTime(TenSeconds.LENGTH);
    assertThat(windows)
        .hasRows(
            new ClockWindow(bid.bidder(), 1, StreamDriver.START.plus(TenSeconds.LENGTH)));
  }
}
