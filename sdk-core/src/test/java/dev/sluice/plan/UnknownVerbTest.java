package dev.sluice.plan;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.plan.verb.Filter;
import dev.sluice.plan.verb.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A verb that says nothing of itself promises nothing: what is known before it is not known after. */
class UnknownVerbTest {

  record Reading(Integer value, int sensor, Instant at) {}

  record Puzzle() implements Verb {
    @Override
    public String name() {
      return "puzzle";
    }
  }

  private final PlanNode source =
      new PlanNode(origin("source"), new Read(InMemory.rows(Reading.class, List.of())));
  private final PlanNode present =
      new PlanNode(origin("present"), new Filter(col(Reading::value).isNotNull().node()), source);
  private final PlanNode puzzle = new PlanNode(origin("puzzle"), new Puzzle(), present);

  @Test
  void aColumnThatWasNeverNullMayBe() {
    Nullability nullability = new Nullability();
    List.of(source, present, puzzle).forEach(nullability::neverNull);

    assertThat(nullability.neverNull(present)).contains("value");
    assertThat(nullability.neverNull(puzzle)).isEqualTo(Set.of("sensor"));
  }

  @Test
  void eventTimeIsLost() {
    PlanNode timed =
        new PlanNode(origin("timed"), new EventTime(field("at"), Duration.ZERO), source);
    PlanNode after = new PlanNode(origin("after"), new Puzzle(), timed);

    EventTimes times = new EventTimes();
    assertThat(times.of(timed)).containsExactly("at");
    assertThat(times.of(after)).isEmpty();
  }

  @Test
  void itIsNeitherCheapNorRepeatable() {
    assertThat(puzzle.verb().traits().light()).isFalse();
    assertThat(puzzle.verb().traits().repeatable()).isFalse();
    assertThat(puzzle.verb().traits().needsRows()).isFalse();
  }

  private static Origin origin(String name) {
    return new Origin(name, Reading.class, CallSite.here());
  }

  private static ExprNode field(String accessor) {
    return new ExprNode.Field(accessor, 0, CallSite.here());
  }
}
