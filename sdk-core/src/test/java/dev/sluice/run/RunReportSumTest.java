package dev.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Reports of epochs as one. */
class RunReportSumTest {

  private final RunReport first = report("shop", 0, RunStatus.SUCCEEDED, OptionalLong.of(10));
  private final RunReport second = report("shop", 1, RunStatus.FAILED, OptionalLong.of(20));
  private final RunReport third = report("shop", 2, RunStatus.CANCELLED, OptionalLong.of(5));

  @Test
  void rowsAreAddedAndConserved() {
    StageReport sum = first.plus(second).stage("clean").orElseThrow();

    assertThat(sum.rowsIn()).hasValue(30);
    assertThat(sum.rejected())
        .containsExactly(
            RuleCount.of("positive", 2), RuleCount.of("only in 0", 1),
            RuleCount.of("only in 1", 1));
    assertThat(sum.conserved()).isTrue();
  }

  @Test
  void theOrderOfAddingUpDoesNotMatter() {
    assertThat(first.plus(second).plus(third)).isEqualTo(first.plus(second.plus(third)));
  }

  @Test
  void theWorseStatusAndTheEarlierStartCount() {
    RunReport sum = second.plus(first).plus(third);

    assertThat(sum.status()).isEqualTo(RunStatus.FAILED);
    assertThat(sum.started()).isEqualTo(first.started());
    assertThat(sum.runId()).isEqualTo(second.runId());
    assertThat(sum.seconds()).isEqualTo(4.5);
  }

  @Test
  void memoryIsTheLargerOneAndFilesAreAdded() {
    SinkReport sum = first.plus(second).sink("out").orElseThrow();

    assertThat(sum.peakMemoryBytes()).hasValue(20);
    assertThat(sum.files()).hasValue(30);
  }

  @Test
  void whatIsNotKnownOfOneIsNotKnownOfTheSum() {
    RunReport unknown = report("shop", 3, RunStatus.SUCCEEDED, OptionalLong.empty());

    assertThat(first.plus(unknown).stage("clean").orElseThrow().rowsIn()).isEmpty();
    assertThat(first.plus(unknown).source("in").orElseThrow().rows()).isEmpty();
  }

  @Test
  void reportsOfTwoPipelinesAreRefused() {
    RunReport other = report("other", 0, RunStatus.SUCCEEDED, OptionalLong.of(1));

    assertThatThrownBy(() -> first.plus(other)).hasMessageContaining("'shop' and 'other'");
  }

  private static RunReport report(String pipeline, int n, RunStatus status, OptionalLong rows) {
    OptionalLong one = OptionalLong.of(1);
    OptionalLong accepted =
        rows.isPresent() ? OptionalLong.of(rows.getAsLong() - 1) : OptionalLong.empty();
    return new RunReport(
        pipeline,
        "r-" + n,
        status,
        Instant.EPOCH.plusSeconds(n),
        0.5 + n,
        List.of(new SourceReport("in", "memory", rows, one, rows, rows, one)),
        List.of(
            new StageReport(
                "clean",
                rows,
                accepted,
                one,
                List.of(RuleCount.of("positive", 1), RuleCount.of("only in " + n, 1)),
                List.of(),
                List.of(),
                List.of())),
        List.of(
            new SinkReport(
                "out", "memory", Optional.empty(), status, Optional.empty(), rows, rows, rows, 0.5,
                rows, rows, rows, rows,
                Optional.empty())),
        List.of("note", "note " + n));
  }
}
