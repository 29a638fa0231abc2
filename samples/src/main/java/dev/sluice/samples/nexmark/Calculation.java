package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.udf;
import static dev.sluice.Dsl.when;

import dev.sluice.Stage;
import dev.sluice.expr.LongExpr;
import dev.sluice.expr.Udf;
import dev.sluice.record.Precision;
import dev.sluice.samples.nexmark.model.Bid;
import java.math.BigDecimal;
import java.time.Instant;

/** Query 14: bids of a range of prices, with the time of day and a count by a function of our own. */
final class Calculation {

  private static final Udf<String, Long> COUNT_C =
      udf("count_c", String.class, Long.class, text -> text.chars().filter(c -> c == 'c').count());

  private Calculation() {}

  record Calculated(
      long auction, long bidder, @Precision(value = 23, scale = 3) BigDecimal price,
      String timeOfDay, Instant at, String extra, long countOfC) {}

  static Stage<Calculated> of(Stage<Bid> bids) {
    var euros = CurrencyConversion.euros();
    var hour = col(Bid::at).hour();
    return bids
        .filter(euros.gt(1_000_000).and(euros.lt(50_000_000)))
        .select(row(Calculated::new).of(
            col(Bid::auction),
            col(Bid::bidder),
            euros,
            when(hour.between(8, 18)).then("dayTime")
                .when(hour.le(6).or(hour.ge(20))).then("nightTime")
                .otherwise("otherTime"),
            col(Bid::at),
            col(Bid::extra),
            LongExpr.of(COUNT_C.call(col(Bid::extra))).orElse(0)));
  }
}
