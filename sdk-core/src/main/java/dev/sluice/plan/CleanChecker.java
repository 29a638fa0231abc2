package dev.sluice.plan;

import dev.sluice.plan.CleanStep.Dedupe;
import dev.sluice.plan.CleanStep.Fix;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.PlanNode.Clean;
import java.util.HashSet;
import java.util.Set;

/** Finds what is wrong with the steps of a clean stage. */
final class CleanChecker {

  private final Clean clean;
  private final Nullability nullability;
  private final ExprChecker exprs;
  private final ProblemList problems;

  CleanChecker(Clean clean, Nullability nullability, ExprChecker exprs, ProblemList problems) {
    this.clean = clean;
    this.nullability = nullability;
    this.exprs = exprs;
    this.problems = problems;
  }

  void check() {
    if (clean.steps().isEmpty()) {
      problems.add(clean, "the clean stage does nothing: give it a rule, a fix or a key");
    }
    Set<String> names = new HashSet<>();
    for (CleanStep step : clean.steps()) {
      if (step instanceof Rule rule) {
        checkRule(rule, names);
      } else if (step instanceof Fix fix) {
        checkFix(fix);
      } else if (step instanceof Dedupe dedupe) {
        dedupe.keys().forEach(exprs::check);
        dedupe.keepFirstBy().forEach(key -> exprs.checkWithoutWindows(key.expr(), "an order"));
        if (dedupe.keys().isEmpty()) {
          problems.add(clean, dedupe.site(), "dedupe needs at least one key");
        }
      }
    }
  }

  private void checkRule(Rule rule, Set<String> names) {
    exprs.checkWithoutWindows(rule.condition(), "a rule");
    if (rule.name().isBlank()) {
      problems.add(clean, rule.site(), "a rule needs a name: it is the reason of a rejected row");
    } else if (!names.add(rule.name())) {
      problems.add(
          clean,
          rule.site(),
          "two rules are named '%s': reasons must differ".formatted(OneLine.of(rule.name())));
    }
  }

  private void checkFix(Fix fix) {
    exprs.check(fix.target());
    exprs.checkWithoutWindows(fix.value(), "a fix");
    if (fix.target() instanceof Field field) {
      clean.record().component(field.accessor()).ifPresent(component -> checkValue(fix, component));
    }
  }

  private void checkValue(Fix fix, RecordComponentType component) {
    if (fix.kind() == Fix.Kind.FILL && !component.nullable()) {
      problems.add(
          clean,
          fix.site(),
          "fill of '%s' does nothing: a primitive %s is never NULL; declare it as %s"
              .formatted(component.name(), component.rawType().getSimpleName(), boxed(component)));
    }
    new PrimitiveCheck(clean, value -> nullability.nullable(value, fix, clean), problems)
        .check(clean.record(), component, fix.value());
    exprs.checkDigits(component, fix.value());
  }

  private static String boxed(RecordComponentType component) {
    return java.lang.invoke.MethodType.methodType(component.rawType())
        .wrap()
        .returnType()
        .getSimpleName();
  }
}
