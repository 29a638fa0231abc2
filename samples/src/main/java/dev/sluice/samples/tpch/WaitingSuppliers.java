package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Order;
import dev.sluice.samples.tpch.model.Supplier;

/** Query 21: the suppliers of Saudi Arabia who alone kept an order of several waiting. */
final class WaitingSuppliers {

  private WaitingSuppliers() {}

  record Name(String name) {}

  record Waiting(String name, long orders) {}

  static Stage<Waiting> of(Tables in) {
    Stage<LineItem> late =
        in.lineItems().filter(col(LineItem::receiptDate).gt(col(LineItem::commitDate)));
    Stage<LineItem> alone = late
        .semiJoin(in.lineItems()).on(LineItem::orderKey).equalTo(LineItem::orderKey)
        .where((l, o) -> l.col(LineItem::supplierKey).ne(o.col(LineItem::supplierKey)))
        .antiJoin(late).on(LineItem::orderKey).equalTo(LineItem::orderKey)
        .where((l, o) -> l.col(LineItem::supplierKey).ne(o.col(LineItem::supplierKey)));
    return in.suppliers()
        .join(alone).on(Supplier::supplierKey).equalTo(LineItem::supplierKey)
        .join(in.orders().filter(col(Order::status).eq("F")))
        .on((s, l) -> l.col(LineItem::orderKey)).equalTo(Order::orderKey)
        .join(in.nations().filter(col(Nation::name).eq("SAUDI ARABIA")))
        .on((s, l, o) -> s.col(Supplier::nationKey)).equalTo(Nation::nationKey)
        .select((s, l, o, n) -> row(Name::new).of(s.col(Supplier::name)))
        .groupBy(Name::name)
        .aggregate(row(Waiting::new).of(key(Name::name), count()))
        .sort(desc(Waiting::orders), asc(Waiting::name))
        .limit(100);
  }
}
