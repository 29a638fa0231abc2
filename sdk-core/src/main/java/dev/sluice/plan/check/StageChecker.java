package dev.sluice.plan.check;

import dev.sluice.plan.Change;
import dev.sluice.plan.EventTimes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.Nullability;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.RowFlow;
import dev.sluice.plan.Verb;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import java.util.List;

/** Finds what is wrong with one stage. */
final class StageChecker {

  private final PlanNode stage;
  private final Nullability nullability;
  private final EventTimes times;
  private final ProblemList problems;
  private final ExprChecker exprs;

  StageChecker(PlanNode stage, Nullability nullability, EventTimes times, ProblemList problems) {
    this.stage = stage;
    this.nullability = nullability;
    this.times = times;
    this.problems = problems;
    this.exprs = new ExprChecker(stage, stage.records(), problems);
  }

  void check() {
    Verb verb = stage.verb();
    if (stage.name().isBlank()) {
      problems.add(stage, "a %s needs a name".formatted(verb.name()));
    }
    verb.expressions().forEach(this::check);
    verb.problems(stage).forEach(problems::add);
    times.problems(stage).forEach(problems::add);
    checkChanges(verb.changes());
    if (!verb.outputs().isEmpty() || verb.traits().flow() == RowFlow.MAPS) {
      new OutputChecker(stage, nullability, exprs, problems).check(verb.outputs());
    }
  }

  private void check(Placed placed) {
    ExprNode expr = placed.expr();
    switch (placed.place()) {
      case OUTPUT -> {} // together with the components of the record
      case KEY -> {
        exprs.checkWithoutWindows(expr, placed.place().described());
        comparable(expr, "grouped or compared");
      }
      case ORDER -> {
        exprs.checkWithoutWindows(expr, placed.place().described());
        comparable(expr, "sorted");
      }
      default -> {
        if (placed.place().takesWindows()) {
          exprs.check(expr);
        } else {
          exprs.checkWithoutWindows(expr, placed.place().described());
        }
      }
    }
  }

  /** What a column gets must be what its component can hold. */
  private void checkChanges(List<Change> changes) {
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof Change.Sets set) {
        List<Change> before = changes.subList(0, i);
        stage
            .record()
            .component(set.component())
            .ifPresent(component -> checkValue(component, set.value(), before));
      }
    }
  }

  private void checkValue(RecordComponentType component, ExprNode value, List<Change> before) {
    new PrimitiveCheck(stage, nullability.facts(stage, before), problems)
        .check(stage.record(), component, value);
    exprs.checkDigits(component, value);
  }

  /** A map has neither equality nor order in Spark; a binary or nested value has both. */
  private void comparable(ExprNode key, String what) {
    if (key instanceof Field field) {
      stage
          .input()
          .record()
          .component(field.accessor())
          .filter(component -> component.logicalType() instanceof ColumnType.MapOf)
          .ifPresent(
              component -> problems.add(
                  stage,
                  field.site(),
                  "'%s' is a map, and maps cannot be %s".formatted(component.name(), what)));
    } else if (key instanceof Invalid invalid) {
      problems.add(stage, invalid.site(), invalid.problem());
    }
  }
}
