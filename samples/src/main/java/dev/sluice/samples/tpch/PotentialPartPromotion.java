package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Part;
import dev.sluice.samples.tpch.model.PartSupplier;
import dev.sluice.samples.tpch.model.Supplier;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Query 20: Canada's suppliers who have many of a part of which they sold few. */
final class PotentialPartPromotion {

  private static final LocalDate FROM = LocalDate.of(1994, 1, 1);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private PotentialPartPromotion() {}

  record Shipped(
      long partKey, long supplierKey, @Precision(value = 25, scale = 2) BigDecimal quantity) {}

  record Excess(long supplierKey) {}

  record Candidate(String name, String address) {}

  static Stage<Candidate> of(Tables in) {
    Stage<Shipped> shipped = in.lineItems()
        .filter(col(LineItem::shipDate).ge(FROM).and(col(LineItem::shipDate).lt(FROM.plusYears(1))))
        .groupBy(LineItem::partKey, LineItem::supplierKey)
        .aggregate(row(Shipped::new).of(
            key(LineItem::partKey), key(LineItem::supplierKey), sum(LineItem::quantity)));
    Stage<Excess> excess = in.partSuppliers()
        .semiJoin(in.parts().filter(col(Part::name).startsWith("forest")))
        .on(PartSupplier::partKey).equalTo(Part::partKey)
        .join(shipped)
        .on(PartSupplier::partKey).equalTo(Shipped::partKey)
        .and(PartSupplier::supplierKey).equalTo(Shipped::supplierKey)
        .where((ps, s) -> ps.col(PartSupplier::availableQuantity)
            .gt(s.col(Shipped::quantity).times(HALF)))
        .select((ps, s) -> row(Excess::new).of(ps.col(PartSupplier::supplierKey)));
    return in.suppliers()
        .semiJoin(excess).on(Supplier::supplierKey).equalTo(Excess::supplierKey)
        .join(in.nations().filter(col(Nation::name).eq("CANADA")))
        .on(Supplier::nationKey).equalTo(Nation::nationKey)
        .select((s, n) -> row(Candidate::new).of(s.col(Supplier::name), s.col(Supplier::address)))
        .sort(asc(Candidate::name));
  }
}
