package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.tpch.Money.discounted;

import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Order;
import dev.sluice.samples.tpch.model.Supplier;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 7: what France and Germany shipped to each other. */
final class VolumeShipping {

  private static final LocalDate FROM = LocalDate.of(1995, 1, 1);
  private static final LocalDate TO = LocalDate.of(1996, 12, 31);

  private VolumeShipping() {}

  record Shipped(
      String from, String to, int year, @Precision(value = 32, scale = 4) BigDecimal volume) {}

  record Volume(
      String from, String to, int year, @Precision(value = 38, scale = 4) BigDecimal volume) {}

  static Stage<Volume> of(Tables in) {
    return in.suppliers()
        .join(in.lineItems().filter(col(LineItem::shipDate).between(FROM, TO)))
        .on(Supplier::supplierKey).equalTo(LineItem::supplierKey)
        .join(in.orders()).on((s, l) -> l.col(LineItem::orderKey)).equalTo(Order::orderKey)
        .join(in.customers())
        .on((s, l, o) -> o.col(Order::customerKey)).equalTo(Customer::customerKey)
        .join(in.nations()).on((s, l, o, c) -> s.col(Supplier::nationKey))
        .equalTo(Nation::nationKey)
        .join(in.nations())
        .on((s, l, o, c, from) -> c.col(Customer::nationKey)).equalTo(Nation::nationKey)
        .where((s, l, o, c, from, to) -> areBetween(
            from.col(Nation::name), to.col(Nation::name), "FRANCE", "GERMANY"))
        .select((s, l, o, c, from, to) -> row(Shipped::new).of(
            from.col(Nation::name),
            to.col(Nation::name),
            l.col(LineItem::shipDate).year(),
            discounted(l.col(LineItem::extendedPrice), l.col(LineItem::discount))))
        .groupBy(Shipped::from, Shipped::to, Shipped::year)
        .aggregate(row(Volume::new).of(
            key(Shipped::from), key(Shipped::to), key(Shipped::year), sum(Shipped::volume)))
        .sort(asc(Volume::from), asc(Volume::to), asc(Volume::year));
  }

  /** Whether one is the first and the other the second, either way. */
  private static <S> BoolExpr<S> areBetween(
      StrExpr<S> from, StrExpr<S> to, String one, String other) {
    return from.eq(one).and(to.eq(other)).or(from.eq(other).and(to.eq(one)));
  }
}
