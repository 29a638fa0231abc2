package dev.sluice;

/**
 * A join of two stages whose match is said: more keys or conditions, further joins, or what is made
 * of the rows.
 *
 * <p>In a chain each lambda is given a handle of each stage, in the order in which they were
 * joined:
 *
 * <pre>{@code
 * orders.join(products).on(Order::productId).equalTo(Product::productId)
 *     .leftJoin(customers).on((o, p) -> o.col(Order::customerId)).equalTo(Customer::customerId)
 *     .select((o, p, c) -> row(Line::new).of(
 *         o.col(Order::orderId), p.col(Product::price), c.col(Customer::country)))
 * }</pre>
 *
 * @param <A> the left record
 * @param <B> the right record
 */
public final class Joining2<A extends Record,
    B extends Record> extends PairJoin<A, B, Joining2<A, B>> {

  Joining2(JoinLegs legs) {
    super(legs, Joining2::new);
  }
}
