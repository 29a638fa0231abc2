package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.value;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Part;
import java.math.BigDecimal;

/** Query 17: what would be lost a year if orders of few parts were no longer taken. */
final class SmallQuantityOrders {

  private static final BigDecimal SMALL = new BigDecimal("0.2");
  private static final BigDecimal YEARS = new BigDecimal("7.0");

  private SmallQuantityOrders() {}

  record Usual(long partKey, @Precision(value = 19, scale = 6) BigDecimal quantity) {}

  record Small(@Precision(value = 15, scale = 2) BigDecimal price) {}

  record Lost(@Precision(value = 30, scale = 6) BigDecimal yearly) {}

  static Stage<Lost> of(Tables in) {
    Stage<Usual> usual = in.lineItems()
        .groupBy(LineItem::partKey)
        .aggregate(row(Usual::new).of(key(LineItem::partKey), avg(LineItem::quantity)));
    return in.lineItems()
        .join(in.parts()
            .filter(col(Part::brand).eq("Brand#23").and(col(Part::container).eq("MED BOX"))))
        .on(LineItem::partKey).equalTo(Part::partKey)
        .join(usual).on((l, p) -> p.col(Part::partKey)).equalTo(Usual::partKey)
        .where((l, p, u) -> l.col(LineItem::quantity).lt(u.col(Usual::quantity).times(SMALL)))
        .select((l, p, u) -> row(Small::new).of(l.col(LineItem::extendedPrice)))
        .aggregate(row(Lost::new).of(sum(Small::price).dividedBy(value(YEARS))));
  }
}
