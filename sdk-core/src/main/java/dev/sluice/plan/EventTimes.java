package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.text.OneLine;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Follows event time through a plan: which columns of a stage say when a row happened, as declared
 * by an {@code eventTime} before it. A column keeps that as long as it comes out as it is, also
 * under another name; what is computed of it does not.
 */
public final class EventTimes {

  private final Map<PlanNode, Set<String>> known = new HashMap<>();

  /** The component of the first input that says when a row happened. */
  public static Optional<String> into(PlanNode stage) {
    return timeOf(stage.input());
  }

  /** The component of a stage that says when a row happened; the first, if several do. */
  public static Optional<String> timeOf(PlanNode stage) {
    EventTimes times = new EventTimes();
    stage.upstream().forEach(times::of);
    return times.of(stage).stream().findFirst();
  }

  /** The components that carry an event time. Stages are asked for inputs first. */
  public Set<String> of(PlanNode stage) {
    Set<String> times = known.get(stage);
    if (times == null) {
      times = compute(stage);
      known.put(stage, times);
    }
    return times;
  }

  /** What is wrong where a stage needs an event time. */
  public List<Problem> problems(PlanNode stage) {
    return Stream.concat(window(stage), known(stage)).toList();
  }

  private Stream<Problem> window(PlanNode stage) {
    if (stage.verb().window().isEmpty()) {
      return Stream.empty();
    }
    Set<String> times = of(stage.input());
    if (times.isEmpty()) {
      return Stream.of(
          stage.problem("a time window needs a stage with eventTime(…)" + lost(stage)));
    }
    return times.size() == 1
        ? Stream.empty()
        : Stream.of(
            stage.problem(
                "several columns say when a row happened (%s): say which one with timedBy(…)"
                    .formatted(String.join(", ", times))));
  }

  private Stream<Problem> known(PlanNode stage) {
    return at(stage, Place.KNOWN_TIME)
        .filter(field -> !of(stage.input()).contains(field.accessor()))
        .map(
            field -> stage.problem(
                field.site(),
                "'%s' does not come from a column that was declared with eventTime(…)%s"
                    .formatted(field.accessor(), lost(stage))));
  }

  private static Stream<Field> at(PlanNode stage, Place... places) {
    return stage.verb().expressions().stream()
        .filter(placed -> List.of(places).contains(placed.place()))
        .filter(placed -> placed.expr() instanceof Field)
        .map(placed -> (Field) placed.expr());
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
    Optional<String> declared =
        at(stage, Place.TIME, Place.KNOWN_TIME).map(Field::accessor).findFirst();
    if (declared.isPresent()) {
      return Set.of(declared.get());
    }
    Set<String> times = new LinkedHashSet<>();
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
