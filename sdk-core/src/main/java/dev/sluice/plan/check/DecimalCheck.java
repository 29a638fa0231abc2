package dev.sluice.plan.check;

import dev.sluice.plan.DecimalTypes;
import dev.sluice.plan.Decimals;
import dev.sluice.plan.Digits;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.RecordComponentType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses computations and components that would drop digits after the point of a decimal where
 * nobody wrote that they may.
 *
 * @param stage the stage that makes the values
 * @param types the types of decimals in its expressions
 * @param problems where to report
 */
record DecimalCheck(PlanNode stage, DecimalTypes types, ProblemList problems) {

  /** Checks the computations of an expression. */
  void check(ExprNode expr) {
    Set<ExprNode> rounded = Collections.newSetFromMap(new IdentityHashMap<>());
    expr.tree()
        .forEach(
            node -> {
              types.of(node).ifPresent(type -> rounded.addAll(roundedBy(node, type)));
              if (node instanceof Call call && !rounded.contains(call)) {
                checkCall(call);
              }
            });
  }

  /** What is cast or rounded to no more digits than it has is meant to lose the others. */
  private List<ExprNode> roundedBy(ExprNode node, Decimal to) {
    boolean rounds =
        node instanceof Cast
            || node instanceof Call call && call.fn().decimals() == Decimals.ROUNDED;
    return !rounds
        ? List.of()
        : node.children().stream()
            .filter(of -> types.of(of).filter(type -> type.scale() >= to.scale()).isPresent())
            .toList();
  }

  private void checkCall(Call call) {
    Digits digits = types.digits(call);
    if (digits.loses()) {
      problems.add(
          stage,
          call.site(),
          "%s needs %d digits after the point, and Spark keeps %d, for a decimal has %d in all: give the components a smaller @Precision, or %s toDecimal(%d, %d)"
              .formatted(
                  ExprText.of(call),
                  digits.needed(),
                  digits.kept(),
                  Decimal.MAX_PRECISION,
                  digits.type().isPresent() ? "accept it with" : "compare",
                  Decimal.MAX_PRECISION,
                  digits.kept()));
    }
  }

  /** Checks the value of a component, and those of all nested records that it makes. */
  void checkStored(RecordComponentType component, ExprNode value) {
    checkOne(component, value);
    value.parts(stage.records()).forEach(part -> checkOne(part.component(), part.value()));
  }

  private void checkOne(RecordComponentType component, ExprNode value) {
    Optional<Decimal> given = types.of(value);
    Optional<Decimal> stored = DecimalTypes.decimal(component.logicalType());
    if (given.isPresent() && stored.isPresent() && given.get().scale() > stored.get().scale()) {
      int scale = stored.get().scale();
      problems.add(
          stage,
          value.writtenAt().orElse(stage.site()),
          "%s has %d digits after the point, and '%s' keeps %d: round it with round(%d), or declare the component with a larger @Precision"
              .formatted(ExprText.of(value), given.get().scale(), component.name(), scale, scale));
    }
  }
}
