package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.tpch.Money.discounted;

import dev.sluice.Stage;
import dev.sluice.expr.DecimalExpr;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.LineItem;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 1: what was shipped, by what became of it. */
final class PricingSummary {

  private static final LocalDate UNTIL = LocalDate.of(1998, 12, 1).minusDays(90);

  private PricingSummary() {}

  record Summary(
      String returnFlag,
      String status,
      @Precision(value = 25, scale = 2) BigDecimal quantity,
      @Precision(value = 25, scale = 2) BigDecimal price,
      @Precision(value = 38, scale = 4) BigDecimal discounted,
      @Precision(value = 38, scale = 6) BigDecimal charge,
      @Precision(value = 19, scale = 6) BigDecimal averageQuantity,
      @Precision(value = 19, scale = 6) BigDecimal averagePrice,
      @Precision(value = 19, scale = 6) BigDecimal averageDiscount,
      long lines) {}

  static Stage<Summary> of(Tables in) {
    DecimalExpr<LineItem> discounted =
        discounted(col(LineItem::extendedPrice), col(LineItem::discount));
    return in.lineItems()
        .filter(col(LineItem::shipDate).le(UNTIL))
        .groupBy(LineItem::returnFlag, LineItem::status)
        .aggregate(row(Summary::new).of(
            key(LineItem::returnFlag),
            key(LineItem::status),
            sum(LineItem::quantity),
            sum(LineItem::extendedPrice),
            sum(discounted),
            sum(discounted.times(lit(BigDecimal.ONE).plus(col(LineItem::tax)))),
            avg(LineItem::quantity),
            avg(LineItem::extendedPrice),
            avg(LineItem::discount),
            count()))
        .sort(asc(Summary::returnFlag), asc(Summary::status));
  }
}
