package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.not;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.Order;

/** Query 13: how many customers have how many orders. */
final class CustomerDistribution {

  private CustomerDistribution() {}

  record Ordered(long customerKey, Long orderKey) {}

  record OfCustomer(long customerKey, long orders) {}

  record Distribution(long orders, long customers) {}

  // #region left
  static Stage<Distribution> of(Tables in) {
    return in.customers()
        .leftJoin(in.orders().filter(not(col(Order::comment).like("%special%requests%"))))
        .on(Customer::customerKey).equalTo(Order::customerKey)
        .select(
            (c, o) -> row(Ordered::new).of(c.col(Customer::customerKey), o.col(Order::orderKey)))
        .groupBy(Ordered::customerKey)
        .aggregate(row(OfCustomer::new).of(key(Ordered::customerKey), count(Ordered::orderKey)))
        .groupBy(OfCustomer::orders)
        .aggregate(row(Distribution::new).of(key(OfCustomer::orders), count()))
        .sort(desc(Distribution::customers), desc(Distribution::orders));
  }
  // #endregion
}
