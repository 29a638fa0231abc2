package dev.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StageReportTest {

  private static StageReport stage(
      OptionalLong rowsIn, long accepted, long rejectedRows, RuleCount... dropped) {
    return new StageReport(
        "valid orders",
        rowsIn,
        OptionalLong.of(accepted),
        OptionalLong.of(rejectedRows),
        List.of(RuleCount.of("has a quantity", 3), RuleCount.of("positive quantity", 3)),
        List.of(),
        List.of(dropped),
        List.of());
  }

  @Test
  void isConservedWhenEachRowIsAcceptedRejectedOrDropped() {
    assertThat(stage(OptionalLong.of(100), 90, 4, RuleCount.of("dedupe", 6)).conserved()).isTrue();
  }

  @Test
  void countsARowThatBreaksTwoRulesOnce() {
    StageReport stage = stage(OptionalLong.of(100), 96, 4);

    assertThat(stage.missing()).hasValue(0);
  }

  @Test
  void tellsHowManyRowsAreMissing() {
    StageReport stage = stage(OptionalLong.of(100), 90, 4);

    assertThat(stage.missing()).hasValue(6);
    assertThat(stage.conserved()).isFalse();
  }

  @Test
  void isNotConservedWhenANumberIsNotKnown() {
    StageReport stage = stage(OptionalLong.empty(), 90, 4);

    assertThat(stage.missing()).isEmpty();
    assertThat(stage.conserved()).isFalse();
  }

  @Test
  void doesNotKnowTheRowsDroppedWhenOneStepIsNotCounted() {
    StageReport stage =
        stage(
            OptionalLong.of(100),
            90,
            4,
            RuleCount.of("dedupe", 6),
            new RuleCount("late", OptionalLong.empty()));

    assertThat(stage.droppedRows()).isEmpty();
  }
}
