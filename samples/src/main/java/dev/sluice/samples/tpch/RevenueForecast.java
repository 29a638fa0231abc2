package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.LineItem;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 6: what would have been earned without some discounts. */
final class RevenueForecast {

  private static final LocalDate FROM = LocalDate.of(1994, 1, 1);

  private RevenueForecast() {}

  record Forecast(@Precision(value = 38, scale = 4) BigDecimal revenue) {}

  static Stage<Forecast> of(Tables in) {
    return in.lineItems()
        .filter(col(LineItem::shipDate).ge(FROM).and(col(LineItem::shipDate).lt(FROM.plusYears(1))))
        .filter(col(LineItem::discount).between(new BigDecimal("0.05"), new BigDecimal("0.07")))
        .filter(col(LineItem::quantity).lt(24))
        .aggregate(row(Forecast::new).of(
            sum(col(LineItem::extendedPrice).times(col(LineItem::discount)))));
  }
}
