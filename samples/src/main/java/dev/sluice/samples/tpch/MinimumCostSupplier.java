package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Part;
import dev.sluice.samples.tpch.model.PartSupplier;
import dev.sluice.samples.tpch.model.Region;
import dev.sluice.samples.tpch.model.Supplier;
import java.math.BigDecimal;

/** Query 2: who in Europe sells a part at the least cost. */
final class MinimumCostSupplier {

  private MinimumCostSupplier() {}

  record Offer(
      long partKey,
      @Precision(value = 15, scale = 2) BigDecimal cost,
      @Precision(value = 15, scale = 2) BigDecimal balance,
      String supplier,
      String nation,
      String address,
      String phone,
      String comment) {}

  record Least(long partKey, @Precision(value = 15, scale = 2) BigDecimal cost) {}

  record Cheapest(
      @Precision(value = 15, scale = 2) BigDecimal balance,
      String supplier,
      String nation,
      long partKey,
      String manufacturer,
      String address,
      String phone,
      String comment) {}

  static Stage<Cheapest> of(Tables in) {
    Stage<Offer> offers = offersIn(in, "EUROPE");
    Stage<Least> least =
        offers.groupBy(Offer::partKey).aggregate(row(Least::new).of(
            key(Offer::partKey), min(Offer::cost)));
    return in.parts()
        .filter(col(Part::size).eq(15).and(col(Part::type).endsWith("BRASS")))
        .join(offers).on(Part::partKey).equalTo(Offer::partKey)
        .join(least).on((p, o) -> p.col(Part::partKey)).equalTo(Least::partKey)
        .where((p, o, l) -> o.col(Offer::cost).eq(l.col(Least::cost)))
        .select((p, o, l) -> row(Cheapest::new).of(
            o.col(Offer::balance),
            o.col(Offer::supplier),
            o.col(Offer::nation),
            p.col(Part::partKey),
            p.col(Part::manufacturer),
            o.col(Offer::address),
            o.col(Offer::phone),
            o.col(Offer::comment)))
        .sort(
            desc(Cheapest::balance),
            asc(Cheapest::nation),
            asc(Cheapest::supplier),
            asc(Cheapest::partKey))
        .limit(100);
  }

  private static Stage<Offer> offersIn(Tables in, String region) {
    return in.partSuppliers()
        .join(in.suppliers()).on(PartSupplier::supplierKey).equalTo(Supplier::supplierKey)
        .join(in.nations()).on((ps, s) -> s.col(Supplier::nationKey)).equalTo(Nation::nationKey)
        .join(in.regions().filter(col(Region::name).eq(region)))
        .on((ps, s, n) -> n.col(Nation::regionKey)).equalTo(Region::regionKey)
        .select((ps, s, n, r) -> row(Offer::new).of(
            ps.col(PartSupplier::partKey),
            ps.col(PartSupplier::supplyCost),
            s.col(Supplier::accountBalance),
            s.col(Supplier::name),
            n.col(Nation::name),
            s.col(Supplier::address),
            s.col(Supplier::phone),
            s.col(Supplier::comment)));
  }
}
