package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.PartSupplier;
import dev.sluice.samples.tpch.model.Supplier;
import java.math.BigDecimal;

/** Query 11: the parts that make up most of Germany's stock. */
final class ImportantStock {

  private static final BigDecimal SHARE = new BigDecimal("0.0001");

  private ImportantStock() {}

  record Stock(long partKey, @Precision(value = 26, scale = 2) BigDecimal worth) {}

  record Worth(long partKey, @Precision(value = 36, scale = 2) BigDecimal worth) {}

  record Total(@Precision(value = 36, scale = 2) BigDecimal worth) {}

  static Stage<Worth> of(Tables in) {
    Stage<Stock> stock = in.partSuppliers()
        .join(in.suppliers()).on(PartSupplier::supplierKey).equalTo(Supplier::supplierKey)
        .join(in.nations().filter(col(Nation::name).eq("GERMANY")))
        .on((ps, s) -> s.col(Supplier::nationKey)).equalTo(Nation::nationKey)
        .select((ps, s, n) -> row(Stock::new).of(
            ps.col(PartSupplier::partKey),
            ps.col(PartSupplier::supplyCost).times(ps.col(PartSupplier::availableQuantity))));
    return stock
        .groupBy(Stock::partKey)
        .aggregate(row(Worth::new).of(key(Stock::partKey), sum(Stock::worth)))
        .withOne(stock.aggregate(row(Total::new).of(sum(Stock::worth))))
        // SQL compares with so many digits without a word
        .filter((w, t) -> w.col(Worth::worth)
            .gt(t.col(Total::worth).times(SHARE).toDecimal(38, 4)))
        .sort(desc(Worth::worth));
  }
}
