package dev.sluice.testkit;

import dev.sluice.plan.ExprText;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Verb;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.AsOf;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Dedupe;
import dev.sluice.plan.verb.Distinct;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.plan.verb.Except;
import dev.sluice.plan.verb.Explode;
import dev.sluice.plan.verb.Filter;
import dev.sluice.plan.verb.Intersect;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Limit;
import dev.sluice.plan.verb.Lookup;
import dev.sluice.plan.verb.Unpivot;
import dev.sluice.plan.verb.WithOne;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why rows that go into a stage make no difference to what comes out. */
final class DropReason {

  private final Experiment experiment;
  private final Map<PlanNode, Effect> effects;

  /**
   * @param effects what the rows do to the stages before
   */
  DropReason(Experiment experiment, Map<PlanNode, Effect> effects) {
    this.experiment = experiment;
    this.effects = effects;
  }

  /** In words, one reason each; never empty. */
  List<String> of(PlanNode stage) {
    List<String> known = known(stage);
    return known.isEmpty()
        ? List.of("what comes out is the same with the row and without it")
        : known;
  }

  private List<String> known(PlanNode stage) {
    Verb verb = stage.verb();
    if (verb instanceof Filter filter) {
      return List.of(
          new FailedCondition(stage.input(), row(stage.input()), experiment)
              .text(filter.condition()));
    } else if (verb instanceof Clean clean) {
      return new CleanDrop(stage, clean, effects.get(stage.input()).rows(), experiment).reasons();
    } else if (verb instanceof Dedupe dedupe) {
      return new DuplicateDrop(
          stage, stage.input(), dedupe.keys(), dedupe.keepFirstBy(), experiment)
          .reasons(row(stage.input()));
    } else if (verb instanceof Distinct) {
      return List.of("an equal row is there without it");
    } else if (verb instanceof Intersect) {
      return List.of(
          "no equal row is in stage '%s'".formatted(stage.inputs().get(1 - side(stage)).name()));
    } else if (verb instanceof Except) {
      return List.of(
          "%s equal row is in stage '%s'"
              .formatted(
                  side(stage) == 0 ? "an" : "no", stage.inputs().get(1 - side(stage)).name()));
    } else if (verb instanceof Join join) {
      return ofJoin(stage, join);
    } else if (verb instanceof WithOne one && one.condition().isPresent()) {
      return List.of("%s is not true".formatted(ExprText.joined(one.condition().get())));
    } else if (verb instanceof AsOf) {
      return List.of(
          side(stage) == 0
              ? "stage '%s' has no row of its key that is not later, or near enough"
                  .formatted(stage.inputs().get(1).name())
              : "it is the latest for no row of stage '%s'".formatted(stage.input().name()));
    } else if (verb instanceof Unpivot unpivot) {
      return List.of(
          "all its values are NULL: "
              + unpivot.columns().stream()
                  .map(column -> FailedCondition.values(column, row(stage.input()), 0))
                  .collect(Collectors.joining(", ")));
    } else if (verb instanceof Aggregate aggregate) {
      return ofAggregate(stage, aggregate);
    } else if (verb instanceof Lookup lookup && lookup.onlyFound()) {
      return List.of(
          "%s has nothing for %s"
              .formatted(
                  lookup.store().description(),
                  FailedCondition.values(lookup.key(), row(stage.input()), 0)));
    } else if (verb instanceof Explode explode) {
      return List.of(
          "it has no elements: "
              + FailedCondition.values(explode.list(), row(stage.input()), 0));
    } else if (verb instanceof Limit limit) {
      return List.of("it is not among the first %s".formatted(Shown.rows(limit.rows())));
    }
    return List.of();
  }

  private Record row(PlanNode stage) {
    return effects.get(stage).rows().get(0);
  }

  /** The first input to which the rows make a difference. */
  private int side(PlanNode stage) {
    return effects.containsKey(stage.input()) ? 0 : 1;
  }

  private List<String> ofJoin(PlanNode stage, Join join) {
    return IntStream.range(0, join.legs().size())
        .filter(side -> effects.containsKey(stage.inputs().get(side)))
        .mapToObj(
            side -> new JoinDrop(stage, join, side, row(stage.inputs().get(side)), experiment))
        .flatMap(drop -> drop.reasons().stream())
        .toList();
  }

  private List<String> ofAggregate(PlanNode stage, Aggregate aggregate) {
    if (aggregate.having().isPresent()) {
      Effect groups =
          experiment.on(stage.anew(aggregate.withoutHaving()));
      if (!groups.isNone()) {
        return List.of(
            "having %s keeps its group out: %s"
                .formatted(
                    ExprText.of(aggregate.having().get()), ValueText.of(groups.rows().get(0))));
      }
    }
    return List.of(
        aggregate
            .window()
            .flatMap(window -> withoutTime(stage.input()))
            .orElse("the values of its group are the same with it and without it"));
  }

  /** A row that does not say when it happened is in no window. */
  private Optional<String> withoutTime(PlanNode input) {
    return input
        .upstream()
        .flatMap(stage -> stage.verb(EventTime.class).stream())
        .reduce((first, last) -> last)
        .map(time -> FailedCondition.values(time.column(), row(input), 0))
        .filter(value -> value.endsWith("=null"))
        .map(value -> "it is in no window, for " + value);
  }
}
