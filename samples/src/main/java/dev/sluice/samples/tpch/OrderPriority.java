package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Order;
import java.time.LocalDate;

/** Query 4: orders of a quarter with a part that came late, by their priority. */
final class OrderPriority {

  private static final LocalDate FROM = LocalDate.of(1993, 7, 1);

  private OrderPriority() {}

  record Late(String priority, long orders) {}

  // #region semi
  static Stage<Late> of(Tables in) {
    return in.orders()
        .filter(col(Order::orderDate).ge(FROM).and(col(Order::orderDate).lt(FROM.plusMonths(3))))
        .semiJoin(in.lineItems()
            .filter(col(LineItem::commitDate).lt(col(LineItem::receiptDate))))
        .on(Order::orderKey).equalTo(LineItem::orderKey)
        .groupBy(Order::priority)
        .aggregate(row(Late::new).of(key(Order::priority), count()))
        .sort(asc(Late::priority));
  }
  // #endregion
}
