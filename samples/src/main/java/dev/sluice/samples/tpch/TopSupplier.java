package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.tpch.Money.discounted;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Supplier;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 15: the supplier, or suppliers, of the most revenue in a quarter. */
final class TopSupplier {

  private static final LocalDate FROM = LocalDate.of(1996, 1, 1);

  private TopSupplier() {}

  record Revenue(long supplierKey, @Precision(value = 38, scale = 4) BigDecimal total) {}

  record Most(@Precision(value = 38, scale = 4) BigDecimal total) {}

  record Top(
      long supplierKey,
      String name,
      String address,
      String phone,
      @Precision(value = 38, scale = 4) BigDecimal total) {}

  static Stage<Top> of(Tables in) {
    Stage<Revenue> revenue = in.lineItems()
        .filter(
            col(LineItem::shipDate).ge(FROM).and(col(LineItem::shipDate).lt(FROM.plusMonths(3))))
        .groupBy(LineItem::supplierKey)
        .aggregate(row(Revenue::new).of(
            key(LineItem::supplierKey),
            sum(discounted(col(LineItem::extendedPrice), col(LineItem::discount)))));
    Stage<Revenue> most = revenue
        .withOne(revenue.aggregate(row(Most::new).of(max(Revenue::total))))
        .filter((r, m) -> r.col(Revenue::total).eq(m.col(Most::total)));
    return in.suppliers()
        .join(most).on(Supplier::supplierKey).equalTo(Revenue::supplierKey)
        .select((s, r) -> row(Top::new).of(
            s.col(Supplier::supplierKey),
            s.col(Supplier::name),
            s.col(Supplier::address),
            s.col(Supplier::phone),
            r.col(Revenue::total)))
        .sort(asc(Top::supplierKey));
  }
}
