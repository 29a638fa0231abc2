package dev.sluice.streaming.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("smoke")
class RealTimeModeTest {

  private final RealTimeMode mode = RealTimeMode.ofThisSpark();

  @Test
  void sparksOwnListIsRead() {
    assumeThat(mode.isThere()).isTrue();

    assertThat(mode.runs("ProjectExec")).isTrue();
    assertThat(mode.runs("CollectMetricsExec")).as("rows are counted as they pass").isTrue();
    assertThat(mode.runs("SortMergeJoinExec")).isFalse();
    assertThat(RealTimeMode.trigger(5_000).toString()).contains("RealTime");
  }

  @Test
  void withoutTheModeNothingRunsInIt() {
    assumeThat(mode.isThere()).isFalse();

    assertThat(mode.operators()).isEmpty();
    assertThatThrownBy(() -> RealTimeMode.trigger(5_000)).hasMessageContaining(mode.spark());
  }
}
