package dev.sluice.streaming.state;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.EventTimes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RowFlow;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import dev.sluice.record.RecordComponentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that a function with state makes of the rows of each key.
 *
 * @param label what descriptions call it, the method that made it
 * @param keys the columns of the key
 * @param key what the function gets of them
 * @param reads what else it reads of a row; such values stand behind the columns of the row
 * @param basis which time it goes by
 * @param forgetAfter how long a state is kept that nobody keeps again
 * @param passing whether the rows that come out are some of those that went in
 * @param body the function, and what it works on
 */
@Internal
public record KeyedRows(
    String label,
    List<ExprNode> keys,
    KeyForm key,
    List<ExprNode> reads,
    TimeBasis basis,
    Optional<Duration> forgetAfter,
    boolean passing,
    KeyedBody<?, ?, ?, ?> body)
    implements Verb {

  /** Copies the lists. */
  public KeyedRows {
    keys = List.copyOf(keys);
    reads = List.copyOf(reads);
  }

  /** Whether a plan needs the store of states that functions can have. */
  public static boolean areIn(Plan plan) {
    return plan.stages().stream().anyMatch(stage -> stage.is(KeyedRows.class));
  }

  /** Whether it goes by when rows happened. */
  public boolean needsEventTime() {
    return basis.isEventTime();
  }

  /** Whether a plan has timers by the clock, so that a stream has to look at them without rows. */
  public static boolean needClock(Plan plan) {
    return plan.stages().stream()
        .flatMap(stage -> stage.verb(KeyedRows.class).stream())
        .anyMatch(verb -> verb.basis() == TimeBasis.CLOCK);
  }

  /** The component that is the key, if it is a single one. */
  Optional<RecordComponentType> column(PlanNode stage) {
    return keys.stream()
        .filter(ExprNode.Field.class::isInstance)
        .findFirst()
        .flatMap(field -> stage.input().record().component(((ExprNode.Field) field).accessor()));
  }

  @Override
  public String name() {
    return label;
  }

  @Override
  public String detail() {
    return " by %s, rows %s, keeps %s%s"
        .formatted(
            keys.stream().map(ExprText::of).collect(Collectors.joining(", ")),
            basis.words(),
            body.state().name(),
            forgetAfter.map(time -> " for " + time).orElse(""));
  }

  @Override
  public List<Placed> expressions() {
    return Stream.concat(Place.KEY.of(keys), Place.ORDER.of(reads)).toList();
  }

  @Override
  public Traits traits() {
    return new Traits(RowFlow.GROUPS, true, false, false);
  }

  @Override
  public boolean passes(int input) {
    return passing;
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    List<String> problems = new ArrayList<>(body.problems());
    problems.addAll(key.problems());
    if (keys.isEmpty()) {
      problems.add("a function with state needs at least one key column");
    }
    if (basis.isEventTime() && EventTimes.into(stage).isEmpty()) {
      problems.add(
          "rows with a time need a stage with eventTime(…): declare it right before, or name its column with timedBy(…)");
    }
    forgetAfter.ifPresent(
        time -> {
          if (time.isNegative()) {
            problems.add("a state cannot be kept for a negative time: " + time);
          } else if (basis == TimeBasis.NONE) {
            problems.add(
                "what is forgotten after %s needs a time: make the stage with Stateful.byClock(…), timed(…) or inOrder(…)"
                    .formatted(time));
          }
        });
    return problems.stream().map(problem -> stage.problem(problem)).toList();
  }
}
