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
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 10: the customers who sent most back in a quarter. */
final class ReturnedItems {

  private static final LocalDate FROM = LocalDate.of(1993, 10, 1);

  private ReturnedItems() {}

  record Returned(
      long customerKey,
      String name,
      @Precision(value = 32, scale = 4) BigDecimal revenue,
      @Precision(value = 15, scale = 2) BigDecimal balance,
      String nation,
      String address,
      String phone,
      String comment) {}

  record Lost(
      long customerKey,
      String name,
      @Precision(value = 38, scale = 4) BigDecimal revenue,
      @Precision(value = 15, scale = 2) BigDecimal balance,
      String nation,
      String address,
      String phone,
      String comment) {}

  static Stage<Lost> of(Tables in) {
    return in.customers()
        .join(in.orders().filter(
            col(Order::orderDate).ge(FROM).and(col(Order::orderDate).lt(FROM.plusMonths(3)))))
        .on(Customer::customerKey).equalTo(Order::customerKey)
        .join(in.lineItems().filter(col(LineItem::returnFlag).eq("R")))
        .on((c, o) -> o.col(Order::orderKey)).equalTo(LineItem::orderKey)
        .join(in.nations()).on((c, o, l) -> c.col(Customer::nationKey)).equalTo(Nation::nationKey)
        .select((c, o, l, n) -> row(Returned::new).of(
            c.col(Customer::customerKey),
            c.col(Customer::name),
            discounted(l.col(LineItem::extendedPrice), l.col(LineItem::discount)),
            c.col(Customer::accountBalance),
            n.col(Nation::name),
            c.col(Customer::address),
            c.col(Customer::phone),
            c.col(Customer::comment)))
        .groupBy(
            Returned::customerKey,
            Returned::name,
            Returned::balance,
            Returned::phone,
            Returned::nation,
            Returned::address,
            Returned::comment)
        .aggregate(row(Lost::new).of(
            key(Returned::customerKey),
            key(Returned::name),
            sum(Returned::revenue),
            key(Returned::balance),
            key(Returned::nation),
            key(Returned::address),
            key(Returned::phone),
            key(Returned::comment)))
        .sort(desc(Lost::revenue))
        .limit(20);
  }
}
