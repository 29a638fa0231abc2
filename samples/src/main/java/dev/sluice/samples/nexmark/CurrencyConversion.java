package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.expr.DecimalExpr;
import dev.sluice.record.Precision;
import dev.sluice.samples.nexmark.model.Bid;
import java.math.BigDecimal;
import java.time.Instant;

/** Query 1: prices in euros. */
final class CurrencyConversion {

  /** Euros for a dollar. */
  static final BigDecimal RATE = new BigDecimal("0.908");

  private CurrencyConversion() {}

  record Converted(
      long auction, long bidder, @Precision(value = 23, scale = 3) BigDecimal price, Instant at,
      String extra) {}

  static Stage<Converted> of(Stage<Bid> bids) {
    return bids.select(row(Converted::new).of(
        col(Bid::auction), col(Bid::bidder), euros(), col(Bid::at), col(Bid::extra)));
  }

  static DecimalExpr<Bid> euros() {
    return lit(RATE).times(col(Bid::price)).toDecimal(23, 3);
  }
}
