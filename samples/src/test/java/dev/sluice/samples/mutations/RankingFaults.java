package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.denseRank;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.lag;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.rank;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.samples.mutations.Finding.says;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.AnalyticWindow;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.IntExpr;
import dev.sluice.samples.retail.RetailStages;
import dev.sluice.samples.retail.model.CustomerSales;
import dev.sluice.testkit.SparkKit;
import java.time.LocalDate;
import java.util.List;

/** Slips in ranks, frames, sorted and limited rows. */
final class RankingFaults {

  record Sale(long saleId, String shop, int day, double amount) {}

  record Ranked(long saleId, int rank) {}

  record Summed(long saleId, Double amount) {}

  private static final AnalyticWindow<Sale> LARGEST_FIRST =
      partitionBy(Sale::shop).orderBy(desc(Sale::amount));
  private static final AnalyticWindow<Sale> LARGEST_FIRST_THEN_BY_ID =
      partitionBy(Sale::shop).orderBy(desc(Sale::amount), asc(Sale::saleId));
  private static final AnalyticWindow<Sale> BY_TIME =
      partitionBy(Sale::shop).orderBy(asc(Sale::day), asc(Sale::saleId));
  private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  private static final CustomerSales ADA = new CustomerSales(7, "PT", MAY_1, 1, 10.0);
  private static final CustomerSales BEN = new CustomerSales(8, "DE", MAY_1, 1, 20.0);
  private static final CustomerSales CLEO = new CustomerSales(9, "DE", MAY_1, 1, 30.0);

  private RankingFaults() {}

  static List<Mutation> all() {
    return List.of(
        ranks(
            "rowNumber for rank, where two are equal",
            over(LARGEST_FIRST, rank()),
            over(LARGEST_FIRST_THEN_BY_ID, rowNumber()),
            List.of(new Ranked(1, 3), new Ranked(2, 1), new Ranked(3, 1), new Ranked(4, 1)),
            cell("saleId=3", "rank", 1, 2)),
        ranks(
            "rank for denseRank, with a gap after equals",
            over(LARGEST_FIRST, denseRank()),
            over(LARGEST_FIRST, rank()),
            List.of(new Ranked(1, 2), new Ranked(2, 1), new Ranked(3, 1), new Ranked(4, 1)),
            cell("saleId=1", "rank", 2, 3)),
        sums(
            "a window without its partition",
            over(partitionBy(Sale::shop), sum(Sale::amount)),
            over(partitionBy(), sum(Sale::amount)),
            List.of(
                new Summed(1, 50.0), new Summed(2, 50.0), new Summed(3, 50.0), new Summed(4, 40.0)),
            cell("saleId=1", "amount", 50.0, 90.0)),
        sums(
            "a running total that takes in all rows of the day",
            over(BY_TIME.rowsBetween(Long.MIN_VALUE, 0), sum(Sale::amount)),
            over(partitionBy(Sale::shop).orderBy(asc(Sale::day)), sum(Sale::amount)),
            List.of(
                new Summed(1, 10.0), new Summed(2, 30.0), new Summed(3, 50.0), new Summed(4, 40.0)),
            cell("saleId=1", "amount", 10.0, 30.0)),
        sums(
            "the value of two rows before, not of one",
            over(BY_TIME, lag(col(Sale::amount))),
            over(BY_TIME, lag(col(Sale::amount), 2)),
            List.of(
                new Summed(1, null), new Summed(2, 10.0), new Summed(3, 20.0), new Summed(4, null)),
            cell("saleId=2", "amount", 10.0, null)),
        Mutation.of("sorted upwards, not downwards")
            .given(RankingFaults::customers)
            .right(RetailStages::topCustomers)
            .wrong(customers -> customers.sort(asc(CustomerSales::revenue)).limit(100))
            .test(customers -> assertThat(customers).inOrder().hasRows(CLEO, BEN, ADA))
            .finds(says("- row 1: CustomerSales[customerId=9", "")),
        Mutation.of("limited before it is sorted")
            .given(RankingFaults::customers)
            .right(customers -> customers.sort(desc(CustomerSales::revenue)).limit(2))
            .wrong(customers -> customers.limit(2).sort(desc(CustomerSales::revenue)))
            .test(customers -> assertThat(customers).inOrder().hasRows(CLEO, BEN))
            .finds(missing("CustomerSales[customerId=9")),
        Mutation.of("one row too few at the top")
            .given(RankingFaults::sales)
            .right(
                sales -> ranked(sales, over(BY_TIME, rowNumber())).filter(col(Ranked::rank).le(2)))
            .wrong(
                sales -> ranked(sales, over(BY_TIME, rowNumber())).filter(col(Ranked::rank).lt(2)))
            .test(
                sales -> assertThat(sales)
                    .keyedBy(Ranked::saleId)
                    .hasRows(new Ranked(1, 1), new Ranked(2, 2), new Ranked(4, 1)))
            .finds(missing("Ranked[saleId=2, rank=2]")));
  }

  private static Mutation ranks(
      String fault,
      IntExpr<Sale> right,
      IntExpr<Sale> wrong,
      List<Ranked> expected,
      Finding finding) {
    return Mutation.of(fault)
        .given(RankingFaults::sales)
        .right(sales -> ranked(sales, right))
        .wrong(sales -> ranked(sales, wrong))
        .test(ranked -> assertThat(ranked).keyedBy(Ranked::saleId).hasRows(expected))
        .finds(finding);
  }

  private static Mutation sums(
      String fault,
      DoubleExpr<Sale> right,
      DoubleExpr<Sale> wrong,
      List<Summed> expected,
      Finding finding) {
    return Mutation.of(fault)
        .given(RankingFaults::sales)
        .right(sales -> sales.select(row(Summed::new).of(col(Sale::saleId), right)))
        .wrong(sales -> sales.select(row(Summed::new).of(col(Sale::saleId), wrong)))
        .test(summed -> assertThat(summed).keyedBy(Summed::saleId).hasRows(expected))
        .finds(finding);
  }

  private static Stage<Sale> sales(SparkKit kit) {
    return kit.rows(
        Sale.class,
        new Sale(1, "Porto", 1, 10.0),
        new Sale(2, "Porto", 1, 20.0),
        new Sale(3, "Porto", 2, 20.0),
        new Sale(4, "Lagos", 2, 40.0));
  }

  private static Stage<CustomerSales> customers(SparkKit kit) {
    return kit.rows(CustomerSales.class, ADA, BEN, CLEO);
  }

  private static Stage<Ranked> ranked(Stage<Sale> sales, IntExpr<Sale> rank) {
    return sales.select(row(Ranked::new).of(col(Sale::saleId), rank));
  }
}
