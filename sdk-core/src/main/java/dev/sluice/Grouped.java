package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Group;
import dev.sluice.expr.Projection;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.verb.Aggregate;
import java.util.List;
import java.util.Optional;

/**
 * Rows in groups, to be made one row each.
 *
 * @param <T> the rows
 */
public final class Grouped<T extends Record> {

  private final Pipeline pipeline;
  private final PlanNode node;
  private final List<ExprNode> keys;
  private final Optional<TimeWindow> window;
  private final Optional<BoolExpr<Group<T>>> having;

  Grouped(Pipeline pipeline, PlanNode node, List<ExprNode> keys, Optional<TimeWindow> window) {
    this(pipeline, node, keys, window, Optional.empty());
  }

  private Grouped(
      Pipeline pipeline,
      PlanNode node,
      List<ExprNode> keys,
      Optional<TimeWindow> window,
      Optional<BoolExpr<Group<T>>> having) {
    this.pipeline = pipeline;
    this.node = node;
    this.keys = keys;
    this.window = window;
    this.having = having;
  }

  /**
   * Only the groups for which the condition is true: {@code having(sum(Line::amount).gt(10))}.
   * Several calls add up, as filters do.
   *
   * <p>{@code count()} names no column, so first in a condition it needs the rows said: {@code
   * having(count(Line.class).gt(10))}.
   */
  public Grouped<T> having(BoolExpr<Group<T>> condition) {
    return new Grouped<>(
        pipeline,
        node,
        keys,
        window,
        Optional.of(having.map(before -> before.and(condition)).orElse(condition)));
  }

  /**
   * One row for each group, of keys, aggregates and arithmetic between them.
   *
   * <pre>{@code
   * lines.groupBy(Line::orderDate).aggregate(row(DailySales::new).of(
   *     key(Line::orderDate), sum(Line::amount), sum(Line::amount).dividedBy(count())))
   * }</pre>
   */
  public <R extends Record> Stage<R> aggregate(Projection<Group<T>, R> row) {
    Origin origin =
        new Origin("aggregate " + row.record().getSimpleName(), row.record(), CallSite.here());
    return new Stage<>(
        pipeline,
        new PlanNode(
            origin,
            new Aggregate(keys, window, having.map(BoolExpr::node), Outputs.of(row)),
            node));
  }
}
