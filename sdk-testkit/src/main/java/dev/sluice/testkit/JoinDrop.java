package dev.sluice.testkit;

import dev.sluice.expr.Texts;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprRewrite;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.Operators;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Join.Leg;
import dev.sluice.record.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a row does not get through a join. */
final class JoinDrop {

  private final PlanNode stage;
  private final Join join;
  private final int side;
  private final Record row;
  private final Experiment experiment;

  /**
   * @param side which of the joined stages the row belongs to, from 0
   */
  JoinDrop(PlanNode stage, Join join, int side, Record row, Experiment experiment) {
    this.stage = stage;
    this.join = join;
    this.side = side;
    this.row = row;
    this.experiment = experiment;
  }

  List<String> reasons() {
    for (int last = Math.max(side, 1); last < join.legs().size(); last++) {
      if (!experiment.hasRows(upTo(last, leg(last).match(), Optional.empty()))) {
        return List.of(missed(last));
      }
      Optional<ExprNode> filter = leg(last).filter();
      if (filter.isPresent()
          && !experiment.hasRows(upTo(last, leg(last).match(), filter))) {
        return List.of("%s is not true".formatted(ExprText.joined(filter.get())));
      }
    }
    return List.of();
  }

  /** The join of the first stages, where the row is alone on its side: what it has part in. */
  private PlanNode upTo(
      int last, Optional<ExprNode> lastCondition, Optional<ExprNode> lastFilter) {
    List<PlanNode> stages = new ArrayList<>();
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      Leg leg = leg(i);
      stages.add(i == side ? SameValues.stage(input(i), List.of(row)) : input(i));
      JoinKind kind = i < side ? leg.kind() : withoutRowsOfOthersAlone(leg.kind(), i == side);
      legs.add(
          new Leg(
              kind,
              i == last ? lastCondition : leg.match(),
              Optional.empty(),
              i == last ? lastFilter : leg.filter(),
              leg.site()));
    }
    return new PlanNode(stage.origin().anew(), new Join(legs, List.of()), stages);
  }

  private static JoinKind withoutRowsOfOthersAlone(JoinKind kind, boolean rowIsRight) {
    return switch (kind) {
      case LEFT -> rowIsRight ? JoinKind.INNER : JoinKind.LEFT;
      case RIGHT -> rowIsRight ? JoinKind.RIGHT : JoinKind.INNER;
      case FULL -> rowIsRight ? JoinKind.RIGHT : JoinKind.LEFT;
      case INNER, SEMI, ANTI, CROSS -> kind;
    };
  }

  private String missed(int last) {
    Leg leg = leg(last);
    String other = last == side ? before() : RowTracer.name(input(last));
    Optional<ExprNode> condition = leg.match();
    String on = condition.map(c -> " on %s (%s)".formatted(ExprText.of(c), leg.site())).orElse("");
    String values = condition.map(c -> FailedCondition.values(c, row, side)).orElse("");
    String matches =
        leg.kind() == JoinKind.ANTI
            ? "a row of %s matches it%s".formatted(other, on)
            : "no row of %s matches it%s".formatted(other, on);
    return matches + (values.isEmpty() ? "" : ", for " + values) + hint(last);
  }

  private PlanNode input(int i) {
    return stage.inputs().get(i);
  }

  private Leg leg(int i) {
    return join.legs().get(i);
  }

  private String hint(int last) {
    Optional<ExprNode> condition = leg(last).match();
    if (condition.filter(this::comparesNull).isPresent()) {
      return "; NULL matches nothing";
    }
    Optional<ExprNode> loose = condition.map(this::loosely);
    return !loose.equals(condition) && experiment.hasRows(upTo(last, loose, Optional.empty()))
        ? "; one would if case and outer blanks did not count"
        : "";
  }

  /** The condition where texts need not be equal to the letter. */
  private ExprNode loosely(ExprNode condition) {
    return ExprRewrite.of(
        condition,
        node -> node instanceof Call call
            && call.is(Operators.EQ)
            && call.arguments().stream().allMatch(this::isText)
                ? Optional
                    .of(call.withChildren(call.arguments().stream().map(JoinDrop::loose).toList()))
                : Optional.empty());
  }

  private boolean isText(ExprNode node) {
    return node instanceof Field field
        && input(field.input())
            .record()
            .component(field.accessor())
            .filter(component -> component.logicalType() == ColumnType.Scalar.STRING)
            .isPresent();
  }

  private static ExprNode loose(ExprNode text) {
    ExprNode trimmed = new Call(Texts.TRIM, List.of(text), text.site());
    return new Call(Texts.LOWER, List.of(trimmed), text.site());
  }

  /** The stages that the row's own is joined to. */
  private String before() {
    return stage.inputs().subList(0, side).stream()
        .map(RowTracer::name)
        .collect(Collectors.joining(", "));
  }

  /** Whether the condition asks that NULL be equal to something. */
  private boolean comparesNull(ExprNode condition) {
    return condition
        .tree()
        .filter(Call.class::isInstance)
        .map(Call.class::cast)
        .filter(call -> call.is(Operators.EQ))
        .flatMap(call -> call.arguments().stream())
        .anyMatch(argument -> argument instanceof Field field && isNull(field));
  }

  private boolean isNull(Field field) {
    return field.input() == side && RecordParts.value(row, field.accessor()) == null;
  }
}
