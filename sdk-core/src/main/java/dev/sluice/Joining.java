package dev.sluice;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Expr;
import dev.sluice.expr.Joined;
import dev.sluice.expr.Side;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.JoinKind;
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
public final class Joining<L, R extends Record> extends PairJoin<L, R, Joining<L, R>> {

  Joining(JoinLegs legs) {
    super(legs, Joining::new);
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

    ChainedOn(JoinLegs left, Stage<R> right, JoinKind kind) {
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
