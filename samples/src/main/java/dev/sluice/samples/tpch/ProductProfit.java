package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.tpch.Money.discounted;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Order;
import dev.sluice.samples.tpch.model.Part;
import dev.sluice.samples.tpch.model.PartSupplier;
import dev.sluice.samples.tpch.model.Supplier;
import java.math.BigDecimal;

/** Query 9: what was earned with green parts, by nation and year. */
final class ProductProfit {

  private ProductProfit() {}

  record Earned(
      String nation, Integer year, @Precision(value = 33, scale = 4) BigDecimal amount) {}

  record Profit(
      String nation, Integer year, @Precision(value = 38, scale = 4) BigDecimal profit) {}

  static Stage<Profit> of(Tables in) {
    return in.parts().filter(col(Part::name).contains("green"))
        .join(in.lineItems()).on(Part::partKey).equalTo(LineItem::partKey)
        .join(in.suppliers())
        .on((p, l) -> l.col(LineItem::supplierKey)).equalTo(Supplier::supplierKey)
        .join(in.partSuppliers())
        .on((p, l, s) -> l.col(LineItem::supplierKey)).equalTo(PartSupplier::supplierKey)
        .where((p, l, s, ps) -> l.col(LineItem::partKey).eq(ps.col(PartSupplier::partKey)))
        .join(in.orders())
        .on((p, l, s, ps) -> l.col(LineItem::orderKey)).equalTo(Order::orderKey)
        .join(in.nations())
        .on((p, l, s, ps, o) -> s.col(Supplier::nationKey)).equalTo(Nation::nationKey)
        .select((p, l, s, ps, o, n) -> row(Earned::new).of(
            n.col(Nation::name),
            o.col(Order::orderDate).year(),
            discounted(l.col(LineItem::extendedPrice), l.col(LineItem::discount))
                .minus(ps.col(PartSupplier::supplyCost).times(l.col(LineItem::quantity)))))
        .groupBy(Earned::nation, Earned::year)
        .aggregate(row(Profit::new).of(
            key(Earned::nation), key(Earned::year), sum(Earned::amount)))
        .sort(asc(Profit::nation), desc(Profit::year));
  }
}
