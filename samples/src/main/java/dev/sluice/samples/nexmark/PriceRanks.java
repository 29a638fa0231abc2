package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.collectSet;
import static dev.sluice.Dsl.when;

import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Group;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.LongExpr;
import dev.sluice.samples.nexmark.model.Bid;

/** Three ranks of prices, and how many different values there are in one: for queries 15 to 17. */
final class PriceRanks {

  /** The least price, in cents, of the second rank. */
  static final long SECOND = 10_000;

  /** The least price of the third. */
  static final long THIRD = 1_000_000;

  private PriceRanks() {}

  static BoolExpr<Bid> first() {
    return col(Bid::price).lt(SECOND);
  }

  static BoolExpr<Bid> second() {
    return col(Bid::price).ge(SECOND).and(col(Bid::price).lt(THIRD));
  }

  static BoolExpr<Bid> third() {
    return col(Bid::price).ge(THIRD);
  }

  // #region distinct
  /** Exactly, also in a stream, which has no countDistinct: it keeps the values either way. */
  static IntExpr<Group<Bid>> distinct(LongExpr<Bid> value) {
    return collectSet(value).size();
  }

  static IntExpr<Group<Bid>> distinct(LongExpr<Bid> value, BoolExpr<Bid> where) {
    return collectSet(when(where).then(value).orNull()).size();
  }
  // #endregion
}
