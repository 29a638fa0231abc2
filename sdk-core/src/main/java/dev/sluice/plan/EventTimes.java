package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Key;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Follows event time through a plan: which columns of a stage say when a row happened, as declared
 * by an {@code eventTime} before it. A column keeps that as long as it comes out as it is, also
 * under another name; what is computed of it does not.
 */
public final class EventTimes {

  private final Map<PlanNode, Set<String>> known = new HashMap<>();

  /** The event time of the rows that go into a stage, by the component of its first input. */
  public static Optional<String> into(PlanNode stage) {
    EventTimes times = new EventTimes();
    stage.input().upstream().forEach(times::of);
    return times.of(stage.input()).stream().findFirst();
  }

  /** The components that carry an event time. Stages are asked for inputs first. */
  Set<String> of(PlanNode stage) {
    Set<String> times = known.get(stage);
    if (times == null) {
      times = compute(stage);
      known.put(stage, times);
    }
    return times;
  }

  /** What is wrong where a stage needs an event time. */
  List<Problem> problems(PlanNode stage) {
    boolean windowed = stage.verb().window().isPresent();
    return windowed && of(stage.input()).isEmpty()
        ? List.of(stage.problem("a time window needs a stage with eventTime(…)" + lost(stage)))
        : List.of();
  }

  private String lost(PlanNode stage) {
    return stage
        .upstream()
        .filter(before -> before != stage && of(before).isEmpty())
        .filter(before -> before.inputs().stream().anyMatch(input -> !of(input).isEmpty()))
        .reduce((first, last) -> last)
        .map(
            before -> ": the one declared before is lost in stage '%s' (%s), where %s does not come out as it is"
                .formatted(
                    OneLine.of(before.name()),
                    before.site(),
                    before.inputs().stream()
                        .flatMap(input -> of(input).stream())
                        .map(column -> "'" + column + "'")
                        .collect(Collectors.joining(", "))))
        .orElse("");
  }

  private Set<String> compute(PlanNode stage) {
    Verb verb = stage.verb();
    Set<String> times = new LinkedHashSet<>();
    verb.expressions().stream()
        .filter(placed -> placed.place() == Place.TIME && placed.expr() instanceof Field)
        .forEach(placed -> times.add(((Field) placed.expr()).accessor()));
    if (!times.isEmpty()) {
      return times;
    }
    verb.outputs().stream()
        .filter(output -> isTime(output.value(), stage))
        .forEach(output -> times.add(output.component()));
    times.addAll(passedOn(stage));
    verb.changes().stream()
        .filter(Change.Sets.class::isInstance)
        .forEach(set -> times.remove(((Change.Sets) set).component()));
    return times;
  }

  private Set<String> passedOn(PlanNode stage) {
    return IntStream.range(0, stage.inputs().size())
        .filter(stage.verb()::passes)
        .<Set<String>>mapToObj(input -> new LinkedHashSet<>(of(stage.inputs().get(input))))
        .reduce(
            (all, more) -> {
              all.retainAll(more);
              return all;
            })
        .orElse(Set.of());
  }

  private boolean isTime(ExprNode value, PlanNode stage) {
    if (value instanceof Field field && field.input() < stage.inputs().size()) {
      return of(stage.inputs().get(field.input())).contains(field.accessor());
    }
    return value instanceof Key key && of(stage.input()).contains(key.accessor());
  }
}
