package dev.sluice.testkit;

import dev.sluice.plan.ExprText;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Aggregate;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.PlanNode.Dedupe;
import dev.sluice.plan.PlanNode.Distinct;
import dev.sluice.plan.PlanNode.EventTime;
import dev.sluice.plan.PlanNode.Filter;
import dev.sluice.plan.PlanNode.Join;
import dev.sluice.plan.PlanNode.Limit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    if (stage instanceof Filter filter) {
      return List.of(
          new FailedCondition(stage.input(), row(stage.input()), experiment)
              .text(filter.condition()));
    } else if (stage instanceof Clean clean) {
      return new CleanDrop(clean, effects.get(stage.input()).rows(), experiment).reasons();
    } else if (stage instanceof Dedupe dedupe) {
      return new DuplicateDrop(
          stage, stage.input(), dedupe.keys(), dedupe.keepFirstBy(), experiment)
          .reasons(row(stage.input()));
    } else if (stage instanceof Distinct) {
      return List.of("an equal row is there without it");
    } else if (stage instanceof Join join) {
      return ofJoin(join);
    } else if (stage instanceof Aggregate aggregate) {
      return ofAggregate(aggregate);
    } else if (stage instanceof Limit limit) {
      return List.of("it is not among the first %s".formatted(Shown.rows(limit.rows())));
    }
    return List.of();
  }

  private Record row(PlanNode stage) {
    return effects.get(stage).rows().get(0);
  }

  private List<String> ofJoin(Join join) {
    return IntStream.range(0, join.legs().size())
        .filter(side -> effects.containsKey(join.legs().get(side).stage()))
        .mapToObj(side -> new JoinDrop(join, side, row(join.legs().get(side).stage()), experiment))
        .flatMap(drop -> drop.reasons().stream())
        .toList();
  }

  private List<String> ofAggregate(Aggregate aggregate) {
    if (aggregate.having().isPresent()) {
      Effect groups =
          experiment.on(
              new Aggregate(
                  aggregate.origin().anew(),
                  aggregate.input(),
                  aggregate.keys(),
                  aggregate.window(),
                  Optional.empty(),
                  aggregate.outputs()));
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
            .flatMap(window -> withoutTime(aggregate.input()))
            .orElse("the values of its group are the same with it and without it"));
  }

  /** A row that does not say when it happened is in no window. */
  private Optional<String> withoutTime(PlanNode input) {
    return input
        .upstream()
        .filter(EventTime.class::isInstance)
        .map(EventTime.class::cast)
        .reduce((first, last) -> last)
        .map(time -> FailedCondition.values(time.column(), row(input), 0))
        .filter(value -> value.endsWith("=null"))
        .map(value -> "it is in no window, for " + value);
  }
}
