package dev.sluice.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTest {

  @Test
  void aTableSaysWhatIsAskedAndWhetherItIsMet() {
    assertThat(
        Goal.table(
            List.of(
                Goal.atMost("start", 0.5, "s", 0.5), Goal.atLeast("ratio", 2.5, "times", 3))))
        .isEqualTo("""
            figure     measured                 asked       \s
            start       0.500 s       at most 0.500 s     met
            ratio   2.500 times  at least 3.000 times  missed
            """);
  }
}
