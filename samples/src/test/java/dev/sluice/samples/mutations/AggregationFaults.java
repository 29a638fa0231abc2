package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.missing;
import static dev.sluice.testkit.Records.with;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.samples.ecommerce.EcommerceStages;
import dev.sluice.samples.ecommerce.model.CustomerPattern;
import dev.sluice.samples.ecommerce.model.DailySales;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.retail.RetailStages;
import dev.sluice.samples.retail.model.DailyRevenue;
import dev.sluice.samples.retail.model.MonthlyRevenue;
import dev.sluice.samples.retail.model.Sale;
import dev.sluice.testkit.SparkKit;
import java.time.LocalDate;
import java.util.List;

/** The wrong function, the wrong column, the wrong groups. */
final class AggregationFaults {

  record Spent(long customerId, double total) {}

  private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  private static final LocalDate MAY_3 = LocalDate.of(2026, 5, 3);
  private static final EnrichedLine LINE =
      new EnrichedLine(
          1, 7, 3, 2, 0.1, MAY_1, null, "Unknown", 10.0, "Ada", "PT", 18.0, 24.0, "Bronze", 2026,
          5);
  private static final EnrichedLine SECOND =
      with(LINE)
          .set(EnrichedLine::orderId).to(2L)
          .set(EnrichedLine::productName).to("pen")
          .set(EnrichedLine::totalAmount).to(6.0)
          .build();
  private static final EnrichedLine LATER =
      with(SECOND).set(EnrichedLine::orderId).to(3L).set(EnrichedLine::orderDate).to(MAY_3).build();
  private static final Sale SALE = new Sale("1", "A", "LAMP", MAY_1, 7, "PT", 1, 10.0);

  private AggregationFaults() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("sum for avg")
            .given(AggregationFaults::lines)
            .right(EcommerceStages::dailySales)
            .wrong(
                lines -> lines
                    .groupBy(EnrichedLine::orderDate)
                    .aggregate(row(DailySales::new).of(
                        key(EnrichedLine::orderDate),
                        sum(EnrichedLine::totalAmount),
                        countDistinct(EnrichedLine::customerId),
                        sum(EnrichedLine::totalAmount))))
            .test(AggregationFaults::areDailySales)
            .finds(cell("orderDate=2026-05-01", "averageOrderValue", 12.0, 24.0)),
        Mutation.of("count for countDistinct")
            .given(AggregationFaults::lines)
            .right(EcommerceStages::dailySales)
            .wrong(
                lines -> lines
                    .groupBy(EnrichedLine::orderDate)
                    .aggregate(row(DailySales::new).of(
                        key(EnrichedLine::orderDate),
                        sum(EnrichedLine::totalAmount),
                        count(EnrichedLine::customerId),
                        avg(EnrichedLine::totalAmount))))
            .test(AggregationFaults::areDailySales)
            .finds(cell("orderDate=2026-05-01", "customers", 1, 2)),
        Mutation.of("a column with NULLs counted for the rows")
            .given(AggregationFaults::lines)
            .right(EcommerceStages::customerPatterns)
            .wrong(
                lines -> lines
                    .groupBy(EnrichedLine::customerId, EnrichedLine::customerTier)
                    .aggregate(row(CustomerPattern::new).of(
                        key(EnrichedLine::customerId),
                        key(EnrichedLine::customerTier),
                        count(EnrichedLine::productName),
                        sum(EnrichedLine::totalAmount),
                        avg(EnrichedLine::totalAmount),
                        min(EnrichedLine::orderDate),
                        max(EnrichedLine::orderDate))))
            .test(AggregationFaults::arePatterns)
            .finds(cell("customerId=7", "orders", 3, 2)),
        Mutation.of("max for min")
            .given(AggregationFaults::lines)
            .right(EcommerceStages::customerPatterns)
            .wrong(
                lines -> lines
                    .groupBy(EnrichedLine::customerId, EnrichedLine::customerTier)
                    .aggregate(row(CustomerPattern::new).of(
                        key(EnrichedLine::customerId),
                        key(EnrichedLine::customerTier),
                        count(),
                        sum(EnrichedLine::totalAmount),
                        avg(EnrichedLine::totalAmount),
                        max(EnrichedLine::orderDate),
                        max(EnrichedLine::orderDate))))
            .test(AggregationFaults::arePatterns)
            .finds(cell("customerId=7", "firstPurchase", MAY_1, MAY_3)),
        Mutation.of("two counts in each other's place")
            .given(AggregationFaults::sales)
            .right(RetailStages::daily)
            .wrong(
                sales -> sales
                    .groupBy(Sale::day)
                    .aggregate(row(DailyRevenue::new).of(
                        key(Sale::day),
                        countDistinct(Sale::customerId),
                        countDistinct(Sale::invoiceNo),
                        sum(Sale::revenue))))
            .test(
                days -> assertThat(days)
                    .keyedBy(DailyRevenue::day)
                    .hasRows(
                        new DailyRevenue(MAY_1, 2, 1, 20.0),
                        new DailyRevenue(MAY_3, 1, 1, 10.0)))
            .finds(cell("day=2026-05-01", "invoices", 2, 1)),
        Mutation.of("groups of days for groups of months")
            .given(AggregationFaults::sales)
            .right(RetailStages::monthly)
            .wrong(
                sales -> sales
                    .groupBy(Sale::day)
                    .aggregate(row(MonthlyRevenue::new).of(
                        key(Sale::day),
                        countDistinct(Sale::invoiceNo),
                        countDistinct(Sale::customerId),
                        sum(Sale::revenue))))
            .test(
                months -> assertThat(months)
                    .keyedBy(MonthlyRevenue::month)
                    .hasRows(new MonthlyRevenue(MAY_1, 3, 1, 30.0)))
            .finds(cell("month=2026-05-01", "invoices", 3, 2)),
        Mutation.of("rows filtered for groups")
            .given(AggregationFaults::lines)
            .right(
                lines -> lines
                    .groupBy(EnrichedLine::customerId)
                    .having(sum(EnrichedLine::totalAmount).ge(20))
                    .aggregate(row(Spent::new)
                        .of(key(EnrichedLine::customerId), sum(EnrichedLine::totalAmount))))
            .wrong(
                lines -> lines
                    .filter(col(EnrichedLine::totalAmount).ge(20))
                    .groupBy(EnrichedLine::customerId)
                    .aggregate(row(Spent::new)
                        .of(key(EnrichedLine::customerId), sum(EnrichedLine::totalAmount))))
            .test(spent -> assertThat(spent).hasRows(new Spent(7, 30.0)))
            .finds(missing("Spent[customerId=7, total=30.0]")));
  }

  private static Stage<EnrichedLine> lines(SparkKit kit) {
    return kit.rows(EnrichedLine.class, LINE, SECOND, LATER);
  }

  private static Stage<Sale> sales(SparkKit kit) {
    return kit.rows(
        Sale.class,
        SALE,
        with(SALE).set(Sale::invoiceNo).to("2").build(),
        with(SALE).set(Sale::invoiceNo).to("3").set(Sale::day).to(MAY_3).build());
  }

  private static void areDailySales(Stage<DailySales> days) {
    assertThat(days)
        .keyedBy(DailySales::orderDate)
        .hasRows(new DailySales(MAY_1, 24.0, 1, 12.0), new DailySales(MAY_3, 6.0, 1, 6.0));
  }

  private static void arePatterns(Stage<CustomerPattern> customers) {
    assertThat(customers)
        .keyedBy(CustomerPattern::customerId)
        .hasRows(new CustomerPattern(7, "Bronze", 3, 30.0, 10.0, MAY_1, MAY_3));
  }
}
