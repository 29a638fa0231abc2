package dev.sluice.spark.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunAdviceTest {

  private static SinkFigures sink(long largestTaskRows, double longestSeconds, long spillBytes) {
    SparkStageFigures stage =
        new SparkStageFigures(
            5,
            8,
            8,
            1_000_000,
            largestTaskRows,
            100,
            longestSeconds,
            0,
            spillBytes,
            0,
            0,
            0,
            List.of("SortMergeJoin"),
            Optional.empty());
    return new SinkFigures("daily_sales", 100, OptionalLong.of(8), List.of(), List.of(stage));
  }

  @Test
  void namesTheSkewedStageWithItsEvidence() {
    assertThat(RunAdvice.on(sink(610_000, 61, 0)))
        .singleElement()
        .asString()
        .contains("daily_sales", "stage 5", "SortMergeJoin", "61 s", "61%")
        .contains("610,000 of 1,000,000 rows");
  }

  @Test
  void doesNotBlameTheRowsWhenTheyAreSpreadEvenly() {
    assertThat(RunAdvice.on(sink(125_000, 61, 0)))
        .singleElement()
        .asString()
        .contains("no task read far more rows");
  }

  @Test
  void saysNothingOfTasksThatAreAboutEqual() {
    assertThat(RunAdvice.on(sink(130_000, 14, 0))).isEmpty();
  }

  private static SinkFigures alone(String operator, double seconds) {
    SparkStageFigures stage =
        new SparkStageFigures(
            5,
            1,
            1,
            2_000_000,
            2_000_000,
            seconds,
            seconds,
            0,
            0,
            0,
            0,
            0,
            List.of(operator),
            Optional.empty());
    return new SinkFigures("daily_sales", 100, OptionalLong.of(8), List.of(), List.of(stage));
  }

  @Test
  void namesTheSourceThatOneTaskReadAlone() {
    assertThat(RunAdvice.on(alone("Scan table orders", 31)))
        .singleElement()
        .asString()
        .contains("one task alone read 2,000,000 rows in 31 s", "partitionedBy(…)");
  }

  @Test
  void saysNothingOfASingleTaskThatWasQuick() {
    assertThat(RunAdvice.on(alone("Scan table orders", 3))).isEmpty();
  }

  @Test
  void saysNothingOfASingleTaskThatReadNoSource() {
    assertThat(RunAdvice.on(alone("Sort", 31))).isEmpty();
  }

  @Test
  void tellsHowMuchWasSpilled() {
    assertThat(RunAdvice.on(sink(125_000, 13, 1L << 30)))
        .singleElement()
        .asString()
        .contains("1,024 MiB");
  }
}
