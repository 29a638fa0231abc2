package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.countIf;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.not;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Order;
import java.time.LocalDate;

/** Query 12: whether cheap modes of shipping make urgent orders late. */
final class ShippingModes {

  private static final LocalDate FROM = LocalDate.of(1994, 1, 1);

  private ShippingModes() {}

  record Late(String shipMode, String priority) {}

  record Lines(String shipMode, long urgent, long others) {}

  static Stage<Lines> of(Tables in) {
    BoolExpr<Late> urgent = col(Late::priority).in("1-URGENT", "2-HIGH");
    return in.orders()
        .join(in.lineItems()
            .filter(col(LineItem::shipMode).in("MAIL", "SHIP"))
            .filter(col(LineItem::commitDate).lt(col(LineItem::receiptDate)))
            .filter(col(LineItem::shipDate).lt(col(LineItem::commitDate)))
            .filter(col(LineItem::receiptDate).ge(FROM))
            .filter(col(LineItem::receiptDate).lt(FROM.plusYears(1))))
        .on(Order::orderKey).equalTo(LineItem::orderKey)
        .select((o, l) -> row(Late::new).of(l.col(LineItem::shipMode), o.col(Order::priority)))
        .groupBy(Late::shipMode)
        .aggregate(row(Lines::new).of(key(Late::shipMode), countIf(urgent), countIf(not(urgent))))
        .sort(asc(Lines::shipMode));
  }
}
