package dev.sluice.spark;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.RecordComponentType;
import java.util.List;

/**
 * The rules that a record itself makes: a component of primitive type is never NULL. They are
 * checked by the first clean stage after something foreign, where alone such a NULL can come in.
 */
final class RequiredColumns {

  private static final Fn IS_NOT_NULL =
      Fn.scalar("is not null", Nulls.NEVER, a -> a.get(0).isNotNull());

  private RequiredColumns() {}

  static List<Rule> rules(Clean stage) {
    return foreign(stage.input())
        ? stage.record().components().stream()
            .filter(component -> !component.nullable())
            .map(component -> rule(stage, component))
            .toList()
        : List.of();
  }

  private static boolean foreign(PlanNode node) {
    return node instanceof PlanNode.Read
        || node instanceof PlanNode.Transform
        || node instanceof PlanNode.Sql
        || (passesThrough(node) && node.inputs().stream().anyMatch(RequiredColumns::foreign));
  }

  private static boolean passesThrough(PlanNode node) {
    return node instanceof PlanNode.Filter
        || node instanceof PlanNode.Union
        || node instanceof PlanNode.Distinct
        || node instanceof PlanNode.Dedupe
        || node instanceof PlanNode.Sort
        || node instanceof PlanNode.Limit
        || node instanceof PlanNode.Sample
        || node instanceof PlanNode.EventTime
        || node instanceof PlanNode.Broadcast;
  }

  private static Rule rule(Clean stage, RecordComponentType component) {
    CallSite site = stage.site();
    ExprNode condition =
        new ExprNode.Call(IS_NOT_NULL, List.of(new Field(component.name(), 0, site)), site);
    return new Rule(component.name() + " is NULL", condition, Severity.REJECT, false, site);
  }
}
