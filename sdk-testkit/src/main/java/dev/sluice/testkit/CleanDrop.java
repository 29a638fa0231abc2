package dev.sluice.testkit;

import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Dedupe;
import dev.sluice.plan.CleanStep.Fix;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Clean;
import dev.sluice.quality.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a row does not get through a clean stage. */
final class CleanDrop {

  private final PlanNode stage;
  private final Clean clean;
  private final List<Record> rows;
  private final Experiment experiment;

  CleanDrop(PlanNode stage, Clean clean, List<Record> rows, Experiment experiment) {
    this.stage = stage;
    this.clean = clean;
    this.rows = rows;
    this.experiment = experiment;
  }

  List<String> reasons() {
    List<Rejected> rejected = experiment.rejected(stage);
    return rejected.isEmpty()
        ? duplicates()
        : rejected.get(0).reasons().stream().map(this::rejectedBy).toList();
  }

  private String rejectedBy(String reason) {
    Optional<Rule> rule =
        clean.steps().stream()
            .filter(Rule.class::isInstance)
            .map(Rule.class::cast)
            .filter(r -> r.name().equals(reason))
            .findFirst();
    String text = "rejected by '%s'".formatted(reason);
    // a rule that a primitive component stands for is not one of the steps
    return rule.map(
        r -> "%s (%s): %s"
            .formatted(
                text,
                r.site(),
                new FailedCondition(stage, fixedBefore(r), experiment).text(r.condition())))
        .orElse(text);
  }

  private List<String> duplicates() {
    List<String> reasons = new ArrayList<>();
    for (CleanStep step : clean.steps()) {
      if (step instanceof Dedupe dedupe) {
        reasons.addAll(
            new DuplicateDrop(
                stage,
                fixed(stage.input(), dedupe),
                dedupe.keys(),
                dedupe.keepFirstBy(),
                experiment)
                .reasons(fixedBefore(dedupe)));
      }
    }
    return reasons;
  }

  /** The row as a step sees it: earlier steps may have fixed it. */
  private Record fixedBefore(CleanStep step) {
    return experiment.rows(fixed(SameValues.stage(stage, List.of(rows.get(0))), step)).get(0);
  }

  private PlanNode fixed(PlanNode input, CleanStep before) {
    List<CleanStep> fixes =
        clean.steps().subList(0, clean.steps().indexOf(before)).stream()
            .filter(Fix.class::isInstance)
            .toList();
    return new PlanNode(
        stage.origin().anew(), new Clean(fixes, clean.limit()), input);
  }
}
