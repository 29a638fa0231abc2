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
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Order;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 3: the orders not yet shipped that are worth most. */
final class ShippingPriority {

  private static final LocalDate DAY = LocalDate.of(1995, 3, 15);

  private ShippingPriority() {}

  record Open(
      long orderKey,
      LocalDate orderDate,
      int shipPriority,
      @Precision(value = 32, scale = 4) BigDecimal revenue) {}

  record Unshipped(
      long orderKey,
      @Precision(value = 38, scale = 4) BigDecimal revenue,
      LocalDate orderDate,
      int shipPriority) {}

  static Stage<Unshipped> of(Tables in) {
    return in.customers().filter(col(Customer::marketSegment).eq("BUILDING"))
        .join(in.orders().filter(col(Order::orderDate).lt(DAY)))
        .on(Customer::customerKey).equalTo(Order::customerKey)
        .join(in.lineItems().filter(col(LineItem::shipDate).gt(DAY)))
        .on((c, o) -> o.col(Order::orderKey)).equalTo(LineItem::orderKey)
        .select((c, o, l) -> row(Open::new).of(
            l.col(LineItem::orderKey),
            o.col(Order::orderDate),
            o.col(Order::shipPriority),
            discounted(l.col(LineItem::extendedPrice), l.col(LineItem::discount))))
        .groupBy(Open::orderKey, Open::orderDate, Open::shipPriority)
        .aggregate(row(Unshipped::new).of(
            key(Open::orderKey), sum(Open::revenue), key(Open::orderDate), key(Open::shipPriority)))
        .sort(desc(Unshipped::revenue), asc(Unshipped::orderDate))
        .limit(10);
  }
}
