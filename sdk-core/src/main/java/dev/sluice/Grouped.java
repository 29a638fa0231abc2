package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Group;
import dev.sluice.expr.Groups;
import dev.sluice.expr.Projection;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprRewrite;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.Subtotals;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
  private final Optional<ExprNode> having;
  private final Optional<Subtotals> subtotals;

  Grouped(Pipeline pipeline, PlanNode node, List<ExprNode> keys, Optional<TimeWindow> window) {
    this(pipeline, node, keys, window, Optional.empty(), Optional.empty());
  }

  /** With rows of totals beside those of the keys. */
  Grouped(Pipeline pipeline, PlanNode node, List<ExprNode> keys, Subtotals subtotals) {
    this(pipeline, node, keys, Optional.empty(), Optional.empty(), Optional.of(subtotals));
  }

  private Grouped(
      Pipeline pipeline,
      PlanNode node,
      List<ExprNode> keys,
      Optional<TimeWindow> window,
      Optional<ExprNode> having,
      Optional<Subtotals> subtotals) {
    this.pipeline = pipeline;
    this.node = node;
    this.keys = keys;
    this.window = window;
    this.having = having;
    this.subtotals = subtotals;
  }

  /**
   * Only the groups for which the condition is true: {@code having(sum(Line::amount).gt(10))}.
   * Several calls add up, as filters do.
   *
   * <p>What names no column, such as {@code count()}, is of any rows: {@code
   * having(count().gt(10))}.
   */
  public Grouped<T> having(BoolExpr<? extends Group<? super T>> condition) {
    ExprNode more = condition.node();
    return new Grouped<>(
        pipeline,
        node,
        keys,
        window,
        Optional.of(having.map(before -> Conditions.and(before, more)).orElse(more)),
        subtotals);
  }

  /**
   * Only the groups for which the condition is true, with a handle for what names no column of the
   * rows: {@code having(g -> g.count().gt(10).and(g.key(Line::country).ne("DE")))}.
   */
  public Grouped<T> having(Function<Groups<T>, BoolExpr<Group<T>>> condition) {
    return having(condition.apply(Groups.of()));
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
    return aggregated(row);
  }

  /**
   * One row for each group, with a handle for what names no column of the rows.
   *
   * <pre>{@code
   * lines.groupBy(col(Line::orderDate).year()).aggregate(g -> row(Year::new).of(
   *     g.key(col(Line::orderDate).year()), g.count().times(100), sum(Line::amount)))
   * }</pre>
   */
  public <R extends Record> Stage<R> aggregate(
      Function<Groups<T>, Projection<Group<T>, R>> row) {
    return aggregated(row.apply(Groups.of()));
  }

  private <R extends Record> Stage<R> aggregated(Projection<Group<T>, R> row) {
    Origin origin =
        new Origin("aggregate " + row.record().getSimpleName(), row.record(), CallSite.here());
    return new Stage<>(
        pipeline,
        new PlanNode(
            origin,
            new Aggregate(
                keys,
                window,
                having.map(this::rolled),
                Outputs.of(row).stream()
                    .map(output -> new Output(output.component(), rolled(output.value())))
                    .toList(),
                subtotals),
            node));
  }

  /** Rows of totals have no value for the keys that they add up. */
  private ExprNode rolled(ExprNode value) {
    return subtotals.isEmpty()
        ? value
        : ExprRewrite.of(
            value,
            part -> part instanceof ExprNode.Key || part instanceof ExprNode.KeyOf
                ? Optional.of(new ExprNode.Rolled(part))
                : Optional.empty());
  }
}
