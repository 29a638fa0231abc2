package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Order;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 18: who ordered more than 300 pieces at once. */
final class LargeVolumeCustomers {

  private LargeVolumeCustomers() {}

  record OrderKey(long orderKey) {}

  record Line(
      String customer,
      long customerKey,
      long orderKey,
      LocalDate orderDate,
      @Precision(value = 15, scale = 2) BigDecimal totalPrice,
      @Precision(value = 15, scale = 2) BigDecimal quantity) {}

  record Large(
      String customer,
      long customerKey,
      long orderKey,
      LocalDate orderDate,
      @Precision(value = 15, scale = 2) BigDecimal totalPrice,
      @Precision(value = 25, scale = 2) BigDecimal quantity) {}

  static Stage<Large> of(Tables in) {
    Stage<OrderKey> large = in.lineItems()
        .groupBy(LineItem::orderKey)
        .having(sum(LineItem::quantity).gt(300))
        .aggregate(row(OrderKey::new).of(key(LineItem::orderKey)));
    return in.customers()
        .join(in.orders()
            .semiJoin(large).on(Order::orderKey).equalTo(OrderKey::orderKey))
        .on(Customer::customerKey).equalTo(Order::customerKey)
        .join(in.lineItems()).on((c, o) -> o.col(Order::orderKey)).equalTo(LineItem::orderKey)
        .select((c, o, l) -> row(Line::new).of(
            c.col(Customer::name),
            c.col(Customer::customerKey),
            o.col(Order::orderKey),
            o.col(Order::orderDate),
            o.col(Order::totalPrice),
            l.col(LineItem::quantity)))
        .groupBy(Line::customer, Line::customerKey, Line::orderKey, Line::orderDate,
            Line::totalPrice)
        .aggregate(row(Large::new).of(
            key(Line::customer),
            key(Line::customerKey),
            key(Line::orderKey),
            key(Line::orderDate),
            key(Line::totalPrice),
            sum(Line::quantity)))
        .sort(desc(Large::totalPrice), asc(Large::orderDate))
        .limit(100);
  }
}
