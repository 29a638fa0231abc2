package dev.sluice.testkit.stream;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.stream.Auction.NOON;
import static dev.sluice.testkit.stream.Auction.bid;
import static dev.sluice.testkit.stream.Auction.minute;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.stream.Auction.Bid;
import dev.sluice.testkit.stream.Auction.Minute;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a suite of tests of streams costs, start of the JVM and of Spark included. It needs a JVM of
 * its own, {@code -Dtest=StreamSuiteCostTest -Dsluice.stream.suite=50}, and the seconds are those of
 * a CPU, so that a busy machine changes little.
 */
@SparkTest
@EnabledIfSystemProperty(named = StreamSuiteCostTest.TESTS, matches = "\\d+")
class StreamSuiteCostTest {

  static final String TESTS = "sluice.stream.suite";

  private static final double SECONDS = 40;

  @Test
  void fiftyTestsOfStreamsTakeLittle(SparkKit kit) {
    int tests = Integer.getInteger(TESTS);
    double started = cpuSeconds();
    for (int i = 0; i < tests; i++) {
      try (StreamDriver driver = kit.stream(Auction.pipeline())) {
        StreamSource<Bid> bids = driver.source("bids", Bid.class);
        bids.push(bid("a", 1, 0), bid("a", 3, 30), bid("b", 2, 61));
        driver.advanceWatermarkTo(NOON.plusSeconds(60));
        assertThat(driver.sink("minutes", Minute.class)).hasRows(minute(0, "a", 2, 2.0));
      }
    }
    System.err.printf(
        "%d tests of streams: %.1f CPU seconds, with the start %.1f%n",
        tests, cpuSeconds() - started, cpuSeconds());

    assertThat(cpuSeconds()).isLessThan(SECONDS * Math.max(50, tests) / 50);
  }

  private static double cpuSeconds() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
