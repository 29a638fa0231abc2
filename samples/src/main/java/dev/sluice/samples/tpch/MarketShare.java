package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.when;
import static dev.sluice.samples.tpch.Money.discounted;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Order;
import dev.sluice.samples.tpch.model.Part;
import dev.sluice.samples.tpch.model.Region;
import dev.sluice.samples.tpch.model.Supplier;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 8: which share of a market of America is Brazil's. */
final class MarketShare {

  private static final LocalDate FROM = LocalDate.of(1995, 1, 1);
  private static final LocalDate TO = LocalDate.of(1996, 12, 31);

  private MarketShare() {}

  record Sold(int year, @Precision(value = 32, scale = 4) BigDecimal volume, String nation) {}

  record Share(int year, @Precision(value = 38, scale = 6) BigDecimal share) {}

  static Stage<Share> of(Tables in) {
    return in.parts().filter(col(Part::type).eq("ECONOMY ANODIZED STEEL"))
        .join(in.lineItems()).on(Part::partKey).equalTo(LineItem::partKey)
        .join(in.suppliers())
        .on((p, l) -> l.col(LineItem::supplierKey)).equalTo(Supplier::supplierKey)
        .join(in.orders().filter(col(Order::orderDate).between(FROM, TO)))
        .on((p, l, s) -> l.col(LineItem::orderKey)).equalTo(Order::orderKey)
        .join(in.customers())
        .on((p, l, s, o) -> o.col(Order::customerKey)).equalTo(Customer::customerKey)
        .join(in.nations())
        .on((p, l, s, o, c) -> c.col(Customer::nationKey)).equalTo(Nation::nationKey)
        .join(in.regions().filter(col(Region::name).eq("AMERICA")))
        .on((p, l, s, o, c, to) -> to.col(Nation::regionKey)).equalTo(Region::regionKey)
        .join(in.nations())
        .on((p, l, s, o, c, to, r) -> s.col(Supplier::nationKey)).equalTo(Nation::nationKey)
        .select((p, l, s, o, c, to, r, from) -> row(Sold::new).of(
            o.col(Order::orderDate).year(),
            discounted(l.col(LineItem::extendedPrice), l.col(LineItem::discount)),
            from.col(Nation::name)))
        .groupBy(Sold::year)
        .aggregate(row(Share::new).of(
            key(Sold::year),
            sum(when(col(Sold::nation).eq("BRAZIL")).then(col(Sold::volume))
                .otherwise(BigDecimal.ZERO))
                .dividedBy(sum(Sold::volume))))
        .sort(asc(Share::year));
  }
}
