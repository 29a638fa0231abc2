package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.Joined;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.JoinKind;
import dev.sluice.plan.PlanNode.Origin;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A join whose match is said: more keys or conditions, further joins, or {@code select}.
 *
 * <p>In a chain of joins the left handle stands for all stages before; {@code left(…)} and {@code
 * right(…)} take it apart:
 *
 * <pre>{@code
 * orders.join(products).on(Order::productId).equalTo(Product::productId)
 *     .leftJoin(customers).on(op -> left(op).col(Order::customerId)).equalTo(Customer::customerId)
 *     .select((op, c) -> row(Line::new).of(
 *         left(op).col(Order::orderId), right(op).col(Product::price), c.col(Customer::country)))
 * }</pre>
 *
 * @param <L> the left record, or {@code Joined<…>}
 * @param <R> the right record
 */
public final class Joining<L, R extends Record> {

  private final JoinLegs legs;

  Joining(JoinLegs legs) {
    this.legs = legs;
  }

  /** One more left key. */
  public <K> EqualTo<R, K, Joining<L, R>> and(Fields.Typed<L, K> accessor) {
    return new EqualTo<>(FieldReader.field(accessor), legs.last(), c -> new Joining<>(legs.and(c)));
  }

  /**
   * One more left key, from a side that is itself joined: {@code andOn(op ->
   * right(op).col(Product::id))}.
   */
  public <K> EqualTo<R, K, Joining<L, R>> andOn(
      Function<Side<Joined<L, R>, L>, Expr<Joined<L, R>, K>> key) {
    return new EqualTo<>(
        key.apply(legs.left()).node(), legs.last(), c -> new Joining<>(legs.and(c)));
  }

  /** One more condition for a match. */
  public Joining<L, R> where(
      BiFunction<Side<Joined<L, R>, L>, Side<Joined<L, R>, R>, BoolExpr<Joined<L, R>>> condition) {
    return new Joining<>(legs.and(condition.apply(legs.left(), legs.right()).node()));
  }

  /** A row of a record for each pair of rows. */
  public <T extends Record> Stage<T> select(
      BiFunction<Side<Joined<L, R>, L>, Side<Joined<L, R>, R>, Projection<Joined<L, R>, T>> row) {
    Projection<Joined<L, R>, T> target = row.apply(legs.left(), legs.right());
    Origin origin =
        new Origin(
            "join " + target.record().getSimpleName(), target.record(), legs.legs().get(1).site());
    return new Stage<>(legs.pipeline(), legs.node(origin, Outputs.of(target)));
  }

  /** Joins a further stage: pairs that match. */
  public <N extends Record> ChainedOn<Joined<L, R>, N> join(Stage<N> other) {
    return new ChainedOn<>(legs, other, JoinKind.INNER);
  }

  /** Joins a further stage, and keeps what has no match in it. */
  public <N extends Record> ChainedOn<Joined<L, R>, N> leftJoin(Stage<N> other) {
    return new ChainedOn<>(legs, other, JoinKind.LEFT);
  }

  /** Joins a further stage, and keeps its rows that have no match. */
  public <N extends Record> ChainedOn<Joined<L, R>, N> rightJoin(Stage<N> other) {
    return new ChainedOn<>(legs, other, JoinKind.RIGHT);
  }

  /** Joins a further stage, and keeps what has no match on either side. */
  public <N extends Record> ChainedOn<Joined<L, R>, N> fullJoin(Stage<N> other) {
    return new ChainedOn<>(legs, other, JoinKind.FULL);
  }

  /** Each pair with each row of a further stage. */
  public <N extends Record> Joining<Joined<L, R>, N> crossJoin(Stage<N> other) {
    return legs.cross(other).joining();
  }

  /**
   * The step of a chained join that says when rows match.
   *
   * @param <L> what was joined before
   * @param <R> the right record
   */
  public static final class ChainedOn<L, R extends Record> {
    private final JoinLegs left;
    private final Stage<R> right;
    private final JoinKind kind;
    private final CallSite site = CallSite.here();

    private ChainedOn(JoinLegs left, Stage<R> right, JoinKind kind) {
      this.left = left;
      this.right = right;
      this.kind = kind;
    }

    /**
     * The left key, of one of the stages joined before: {@code on(op ->
     * left(op).col(Order::customerId))}.
     */
    public <K> EqualTo<R, K, Joining<L, R>> on(
        Function<Side<Joined<L, R>, L>, Expr<Joined<L, R>, K>> key) {
      int last = left.size();
      return new EqualTo<>(
          key.apply(Side.of(0, last)).node(),
          last,
          condition -> new Joining<>(left.plus(right, kind, condition, site)));
    }

    /** When rows match, over the handles of both sides. */
    public Joining<L, R> where(
        BiFunction<Side<Joined<L, R>, L>, Side<Joined<L, R>, R>,
            BoolExpr<Joined<L, R>>> condition) {
      int last = left.size();
      BoolExpr<Joined<L, R>> match = condition.apply(Side.of(0, last), Side.of(last, last + 1));
      return new Joining<>(left.plus(right, kind, match.node(), site));
    }
  }
}
