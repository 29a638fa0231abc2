package dev.sluice.testkit;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Filter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a condition does not hold for a row. */
final class FailedCondition {

  private static final Fn IS_NULL = Fn.scalar("is null", Nulls.NEVER, a -> a.get(0).isNull());

  private final PlanNode input;
  private final Record row;
  private final Experiment experiment;

  /**
   * @param input the stage that the condition is over
   * @param row one of its rows
   */
  FailedCondition(PlanNode input, Record row, Experiment experiment) {
    this.input = input;
    this.row = row;
    this.experiment = experiment;
  }

  /** The parts of a condition that are not true, with the values they look at. */
  String text(ExprNode condition) {
    return parts(condition)
        .flatMap(part -> verdict(part).map(is -> describe(part, is)).stream())
        .collect(Collectors.joining(", and "));
  }

  private String describe(ExprNode part, String verdict) {
    String values = values(part, row, 0);
    return "%s is %s%s"
        .formatted(ExprText.of(part), verdict, values.isEmpty() ? "" : " for " + values);
  }

  /** Empty if it is true. */
  private Optional<String> verdict(ExprNode part) {
    if (holds(part)) {
      return Optional.empty();
    }
    return Optional.of(holds(new Call(IS_NULL, List.of(part), input.site())) ? "NULL" : "false");
  }

  private boolean holds(ExprNode condition) {
    PlanNode rows = SameValues.stage(input, List.of(row));
    return experiment.hasRows(new PlanNode(input.origin().anew(), new Filter(condition), rows));
  }

  /** What must all be true. */
  private static Stream<ExprNode> parts(ExprNode condition) {
    return condition instanceof Call call && call.fn().name().equals("and")
        ? call.arguments().stream().flatMap(FailedCondition::parts)
        : Stream.of(condition);
  }

  /** The values of a row that an expression looks at, such as {@code quantity=0}. */
  static String values(ExprNode expression, Record row, int input) {
    return expression
        .tree()
        .filter(Field.class::isInstance)
        .map(Field.class::cast)
        .filter(field -> field.input() == input)
        .map(Field::accessor)
        .distinct()
        .map(accessor -> accessor + "=" + ValueText.of(RecordParts.value(row, accessor)))
        .collect(Collectors.joining(", "));
  }
}
