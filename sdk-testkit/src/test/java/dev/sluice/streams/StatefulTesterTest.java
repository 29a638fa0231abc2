package dev.sluice.streams;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.streaming.StreamInput;
import dev.sluice.streaming.state.Stateful;
import dev.sluice.testkit.StatefulTester;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.SparkBuildInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** One function with state, without a stream. */
@DisabledIf(
    value = "isOfAnOlderSpark",
    disabledReason = "Spark before 4.2 has no tester of functions with state")
class StatefulTesterTest {

  record Click(String user, Instant at) {}

  record Open(long clicks) {}

  record Visit(String user, long clicks) {}

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  static boolean isOfAnOlderSpark() {
    return SparkBuildInfo.spark_version().matches("4\\.[01]\\..*");
  }

  private final TimedStage<Click> clicks =
      Pipeline.named("clicks")
          .source("clicks", StreamInput.of(Click.class))
          .eventTime(Click::at, Duration.ofSeconds(10));

  private static Stage<Visit> visits(Stateful.Rows<Click> clicks) {
    return clicks
        .keyedBy(Click::user)
        .keeping(Open.class)
        .process(
            Visit.class,
            (click, user) -> {
              user.keep(new Open(user.state().map(Open::clicks).orElse(0L) + 1));
              user.wakeAt(user.now().plusSeconds(60));
            },
            (at, user) -> user.emit(new Visit(user.key(), user.state().orElseThrow().clicks())));
  }

  private static Click click(String user, int second) {
    return new Click(user, START.plusSeconds(second));
  }

  @Test
  void rowsAndTimeAreGivenByTheTest() {
    // #region tester
    StatefulTester<Click, Visit> visits =
        StatefulTester.of(clicks, visits(Stateful.inOrder(clicks)));

    assertThat(visits.rows(click("ann", 0), click("bob", 5), click("ann", 30))).isEmpty();
    assertThat(visits.time(START.plusSeconds(59))).isEmpty();
    assertThat(visits.time(START.plusSeconds(70)))
        .containsExactlyInAnyOrder(new Visit("ann", 2), new Visit("bob", 1));
    // #endregion
  }

  @Test
  void aFunctionWithoutATimeHasNone() {
    Stage<Visit> counting =
        Stateful.of(clicks)
            .keyedBy(Click::user)
            .keeping(Open.class)
            .process(Visit.class, (click, user) -> user.emit(new Visit(user.key(), 1)));
    StatefulTester<Click, Visit> tester = StatefulTester.of(clicks, counting);

    assertThat(tester.rows(click("ann", 0))).containsExactly(new Visit("ann", 1));
    assertThatThrownBy(() -> tester.time(START))
        .hasMessage("this function goes by no time");
  }

  @Test
  void aStageOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> StatefulTester.of(clicks, clicks.filter(col(Click::user).isNotNull())))
        .hasMessageContaining("is not made by Stateful");
  }
}
