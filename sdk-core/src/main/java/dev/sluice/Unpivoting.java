package dev.sluice;

import dev.sluice.expr.ElementExpr;
import dev.sluice.expr.Elements;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.NodeExpr;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.expr.StrExpr;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprNode.Variable.Bound;
import dev.sluice.plan.ExprNode.Variable.Role;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Unpivot;
import java.util.List;

/**
 * A stage of whose rows several columns become rows: {@code select} says what becomes of a row, the
 * name of one of the columns and its value.
 *
 * @param <T> the record of the rows
 * @param <V> the type of the values
 */
public final class Unpivoting<T extends Record, V> {

  private final Stage<T> rows;
  private final List<ExprNode> columns;
  private final boolean keepsNulls;
  private final CallSite site;

  private Unpivoting(Stage<T> rows, List<ExprNode> columns, boolean keepsNulls, CallSite site) {
    this.rows = rows;
    this.columns = columns;
    this.keepsNulls = keepsNulls;
    this.site = site;
  }

  static <T extends Record, V> Unpivoting<T, V> of(Stage<T> rows, List<ExprNode> columns) {
    return new Unpivoting<>(rows, columns, false, CallSite.here());
  }

  /** Makes a row of a value that is NULL too. */
  public Unpivoting<T, V> keepNulls() {
    return new Unpivoting<>(rows, columns, true, site);
  }

  /** A row of a record for each row and each of the columns. */
  public <R extends Record> Stage<R> select(Part<T, V, R> row) {
    ExprNode values = new Call(Elements.LIST, columns, site);
    Bound bound = keepsNulls ? Bound.ROW_OR_NONE : Bound.ROW;
    Variable name = new Variable("name", Role.NAME, Bound.ROW, values);
    Variable value = new Variable("value", Role.ELEMENT, bound, values);
    Projection<?, R> made =
        row.of(Side.of(0), StrExpr.of(NodeExpr.of(name)), NodeExpr.element(value));
    Unpivot verb = new Unpivot(columns, List.of(name, value), keepsNulls, Outputs.of(made));
    Origin origin = new Origin("unpivot " + made.record().getSimpleName(), made.record(), site);
    return new Stage<>(rows.pipeline(), new PlanNode(origin, verb, rows.node()));
  }

  /**
   * What becomes of a row and one of the columns.
   *
   * @param <T> the record of the rows
   * @param <V> the type of the values
   * @param <R> the record that comes out
   */
  @FunctionalInterface
  public interface Part<T extends Record, V, R extends Record> {
    /** The row that comes out. */
    Projection<Joined2<T, List<V>>, R> of(
        Side<Joined2<T, List<V>>, T> row,
        StrExpr<Joined2<T, List<V>>> name,
        ElementExpr<Joined2<T, List<V>>, V> value);
  }
}
