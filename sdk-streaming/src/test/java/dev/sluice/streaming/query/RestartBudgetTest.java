package dev.sluice.streaming.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.streaming.run.Restarts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  private RestartBudget budget(Restarts restarts) {
    return new RestartBudget(restarts, () -> now);
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    RestartBudget budget =
        budget(Restarts.atMost(4).pausing(Duration.ofSeconds(1), Duration.ofSeconds(3)));

    assertThat(budget.next()).hasValue(Duration.ofSeconds(1));
    assertThat(budget.next()).hasValue(Duration.ofSeconds(2));
    assertThat(budget.next()).hasValue(Duration.ofSeconds(3));
    assertThat(budget.next()).hasValue(Duration.ofSeconds(3));
    assertThat(budget.next()).isEmpty();
  }

  @Test
  void whatLiesFurtherBackDoesNotCount() {
    RestartBudget budget = budget(Restarts.atMost(1).within(Duration.ofMinutes(10)));

    assertThat(budget.next()).hasValue(Duration.ofSeconds(1));
    assertThat(budget.next()).isEmpty();
    now = now.plus(Duration.ofMinutes(11));
    assertThat(budget.next()).hasValue(Duration.ofSeconds(1));
  }

  @Test
  void noneIsNone() {
    assertThat(budget(Restarts.none()).next()).isEmpty();
  }
}
