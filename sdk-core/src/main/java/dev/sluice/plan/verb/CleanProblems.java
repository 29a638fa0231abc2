package dev.sluice.plan.verb;

import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Dedupe;
import dev.sluice.plan.CleanStep.Fix;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.record.RecordComponentType;
import dev.sluice.text.OneLine;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the steps of a clean stage, beyond their expressions. */
final class CleanProblems {

  private final PlanNode stage;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private CleanProblems(PlanNode stage) {
    this.stage = stage;
  }

  static List<Problem> of(Clean clean, PlanNode stage) {
    if (clean.steps().isEmpty()) {
      return List.of(
          stage.problem("the clean stage does nothing: give it a rule, a fix or a key"));
    }
    CleanProblems found = new CleanProblems(stage);
    clean.steps().forEach(found::check);
    return found.problems;
  }

  private void check(CleanStep step) {
    if (step instanceof Rule rule) {
      if (rule.name().isBlank()) {
        add(step, "a rule needs a name: it is the reason of a rejected row");
      } else if (!names.add(rule.name())) {
        add(step,
            "two rules are named '%s': reasons must differ".formatted(OneLine.of(rule.name())));
      }
    } else if (step instanceof Fix fix && fix.target() instanceof Field field) {
      stage
          .record()
          .component(field.accessor())
          .filter(component -> fix.kind() == Fix.Kind.FILL && !component.nullable())
          .ifPresent(
              component -> add(
                  step,
                  "fill of '%s' does nothing: a primitive %s is never NULL; declare it as %s"
                      .formatted(
                          component.name(),
                          component.rawType().getSimpleName(),
                          boxed(component))));
    } else if (step instanceof Dedupe dedupe && dedupe.keys().isEmpty()) {
      add(step, "dedupe needs at least one key");
    }
  }

  private void add(CleanStep step, String message) {
    problems.add(stage.problem(step.site(), message));
  }

  private static String boxed(RecordComponentType component) {
    return MethodType.methodType(component.rawType()).wrap().returnType().getSimpleName();
  }
}
