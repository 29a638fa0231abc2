package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.not;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.samples.tpch.model.Part;
import dev.sluice.samples.tpch.model.PartSupplier;
import dev.sluice.samples.tpch.model.Supplier;

/** Query 16: how many suppliers without complaints have parts of a kind. */
final class PartSupplierRelations {

  private PartSupplierRelations() {}

  record Offer(String brand, String type, int size, long supplierKey) {}

  record Suppliers(String brand, String type, int size, long suppliers) {}

  static Stage<Suppliers> of(Tables in) {
    return in.partSuppliers()
        .join(in.parts()
            .filter(col(Part::brand).ne("Brand#45"))
            .filter(not(col(Part::type).like("MEDIUM POLISHED%")))
            .filter(col(Part::size).in(49, 14, 23, 45, 19, 3, 36, 9)))
        .on(PartSupplier::partKey).equalTo(Part::partKey)
        .select((ps, p) -> row(Offer::new).of(
            p.col(Part::brand), p.col(Part::type), p.col(Part::size),
            ps.col(PartSupplier::supplierKey)))
        .antiJoin(in.suppliers().filter(col(Supplier::comment).like("%Customer%Complaints%")))
        .on(Offer::supplierKey).equalTo(Supplier::supplierKey)
        .groupBy(Offer::brand, Offer::type, Offer::size)
        .aggregate(row(Suppliers::new).of(
            key(Offer::brand), key(Offer::type), key(Offer::size),
            countDistinct(Offer::supplierKey)))
        .sort(
            desc(Suppliers::suppliers),
            asc(Suppliers::brand),
            asc(Suppliers::type),
            asc(Suppliers::size));
  }
}
