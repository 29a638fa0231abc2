package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.tpch.Money.discounted;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Order;
import dev.sluice.samples.tpch.model.Region;
import dev.sluice.samples.tpch.model.Supplier;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 5: what Asian suppliers sold to customers of their own nation. */
final class LocalSuppliers {

  private static final LocalDate FROM = LocalDate.of(1994, 1, 1);

  private LocalSuppliers() {}

  record Sold(String nation, @Precision(value = 32, scale = 4) BigDecimal revenue) {}

  record Revenue(String nation, @Precision(value = 38, scale = 4) BigDecimal revenue) {}

  // #region chain
  static Stage<Revenue> of(Tables in) {
    return in.customers()
        .join(in.orders()
            .filter(
                col(Order::orderDate).ge(FROM).and(col(Order::orderDate).lt(FROM.plusYears(1)))))
        .on(Customer::customerKey).equalTo(Order::customerKey)
        .join(in.lineItems()).on((c, o) -> o.col(Order::orderKey)).equalTo(LineItem::orderKey)
        .join(in.suppliers())
        .on((c, o, l) -> l.col(LineItem::supplierKey)).equalTo(Supplier::supplierKey)
        .where((c, o, l, s) -> c.col(Customer::nationKey).eq(s.col(Supplier::nationKey)))
        .join(in.nations())
        .on((c, o, l, s) -> s.col(Supplier::nationKey)).equalTo(Nation::nationKey)
        .join(in.regions().filter(col(Region::name).eq("ASIA")))
        .on((c, o, l, s, n) -> n.col(Nation::regionKey)).equalTo(Region::regionKey)
        .select((c, o, l, s, n, r) -> row(Sold::new).of(
            n.col(Nation::name),
            discounted(l.col(LineItem::extendedPrice), l.col(LineItem::discount))))
        .groupBy(Sold::nation)
        .aggregate(row(Revenue::new).of(key(Sold::nation), sum(Sold::revenue)))
        .sort(desc(Revenue::revenue));
  }
  // #endregion
}
