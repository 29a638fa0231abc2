package dev.sluice;

import dev.sluice.expr.ElementExpr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.NodeExpr;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Variable.Role;
import java.util.function.BiFunction;

/**
 * A stage whose rows are to be taken apart by a list in them: {@code select} says what becomes of a
 * row and one of its elements.
 *
 * <pre>{@code
 * orders.explode(Order::items)
 *     .select((o, i) -> row(Line::new).of(
 *         o.col(Order::id), i.col(Item::sku), i.col(Item::price)));
 * }</pre>
 *
 * <p>A list that is NULL or empty makes no row, and neither does an element that is NULL, unless
 * {@link #keepEmpty} says otherwise.
 *
 * @param <T> the record of the rows
 * @param <E> the type of the elements
 */
public final class Exploding<T extends Record, E> {

  private final ExplodedParts<T> parts;

  Exploding(ExplodedParts<T> parts) {
    this.parts = parts;
  }

  static <T extends Record, E> Exploding<T, E> of(Stage<T> stage, ExprNode list) {
    return new Exploding<>(ExplodedParts.of(stage, list));
  }

  /**
   * Keeps rows without elements: each comes out once, and the element and its position are NULL. So
   * does an element that is NULL itself, with its position.
   */
  public Exploding<T, E> keepEmpty() {
    return new Exploding<>(parts.keepEmpty());
  }

  /** A row of a record for each row and each of its elements. */
  public <R extends Record> Stage<R> select(
      BiFunction<Side<Joined2<T, E>, T>, ElementExpr<Joined2<T, E>, E>,
          Projection<Joined2<T, E>, R>> row) {
    ExprNode.Variable element = parts.variable("element", Role.ELEMENT);
    return parts.stage(row.apply(Side.of(0), NodeExpr.element(element)), element);
  }

  /** A row of a record for each row, each of its elements, and where that stands, counted from 0. */
  public <R extends Record> Stage<R> select(Positioned<T, E, R> row) {
    ExprNode.Variable position = parts.variable("position", Role.POSITION);
    ExprNode.Variable element = parts.variable("element", Role.ELEMENT);
    return parts.stage(
        row.of(
            Side.of(0), NodeExpr.element(element), IntExpr.of(NodeExpr.element(position))),
        position,
        element);
  }

  /**
   * What becomes of a row, an element, and its position.
   *
   * @param <T> the record of the rows
   * @param <E> the type of the elements
   * @param <R> the record that comes out
   */
  @FunctionalInterface
  public interface Positioned<T extends Record, E, R extends Record> {
    /** The row that comes out. */
    Projection<Joined2<T, E>, R> of(
        Side<Joined2<T, E>, T> row,
        ElementExpr<Joined2<T, E>, E> element,
        IntExpr<Joined2<T, E>> position);
  }
}
