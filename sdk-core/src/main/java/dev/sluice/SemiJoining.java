package dev.sluice;

/**
 * The left rows of a semi or anti join whose match is said: a stage like any other. More keys or
 * conditions may follow first.
 *
 * <pre>{@code
 * orders.semiJoin(products).on(Order::productId).equalTo(Product::productId)
 *     .filter(col(Order::quantity).gt(0))
 * }</pre>
 *
 * @param <L> the left record
 * @param <R> the right record
 */
public final class SemiJoining<L extends Record,
    R extends Record> extends FilteringJoin<L, R, SemiJoining<L, R>> {

  SemiJoining(JoinLegs legs) {
    super(legs, SemiJoining::new);
  }
}
