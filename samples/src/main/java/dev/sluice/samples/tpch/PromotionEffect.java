package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.when;
import static dev.sluice.samples.tpch.Money.discounted;

import dev.sluice.Stage;
import dev.sluice.expr.DecimalExpr;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Part;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 14: which part of a month's revenue came from promotions, in percent. */
final class PromotionEffect {

  private static final LocalDate FROM = LocalDate.of(1995, 9, 1);

  private PromotionEffect() {}

  record Sold(String type, @Precision(value = 32, scale = 4) BigDecimal revenue) {}

  record Effect(@Precision(value = 38, scale = 6) BigDecimal percent) {}

  static Stage<Effect> of(Tables in) {
    DecimalExpr<Sold> promoted =
        when(col(Sold::type).like("PROMO%")).then(col(Sold::revenue)).otherwise(BigDecimal.ZERO);
    return in.lineItems()
        .filter(
            col(LineItem::shipDate).ge(FROM).and(col(LineItem::shipDate).lt(FROM.plusMonths(1))))
        .join(in.parts()).on(LineItem::partKey).equalTo(Part::partKey)
        .select((l, p) -> row(Sold::new).of(
            p.col(Part::type),
            discounted(l.col(LineItem::extendedPrice), l.col(LineItem::discount))))
        .aggregate(row(Effect::new).of(
            lit(new BigDecimal("100.00")).times(sum(promoted)).dividedBy(sum(Sold::revenue))));
  }
}
