package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.rowNumber;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.samples.customers.ActiveMonth;
import dev.sluice.samples.customers.CohortRetention;
import dev.sluice.samples.customers.Cohorts;
import dev.sluice.samples.ecommerce.model.CustomerPattern;
import dev.sluice.samples.ecommerce.model.DailySales;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.ecommerce.model.LastDay;
import dev.sluice.samples.ecommerce.model.ProductSales;
import dev.sluice.samples.ecommerce.model.RecentPurchase;
import dev.sluice.samples.ecommerce.model.Rfm;
import java.time.LocalDate;
import java.util.Optional;

/** What is made of the enriched lines. */
final class Reports {

  private static final int RECENT = 10;

  private Reports() {}

  static Stage<DailySales> dailySales(Stage<EnrichedLine> lines) {
    return lines
        .groupBy(EnrichedLine::orderDate)
        .aggregate(row(DailySales::new).of(
            key(EnrichedLine::orderDate),
            sum(EnrichedLine::totalAmount),
            countDistinct(EnrichedLine::customerId),
            avg(EnrichedLine::totalAmount)));
  }

  static Stage<ProductSales> productSales(Stage<EnrichedLine> lines) {
    return lines
        .groupBy(EnrichedLine::productId, EnrichedLine::productName, EnrichedLine::category)
        .aggregate(row(ProductSales::new).of(
            key(EnrichedLine::productId),
            key(EnrichedLine::productName),
            key(EnrichedLine::category),
            sum(EnrichedLine::quantity),
            sum(EnrichedLine::totalAmount),
            countDistinct(EnrichedLine::customerId)))
        .sort(desc(ProductSales::revenue));
  }

  static Stage<CustomerPattern> customerPatterns(Stage<EnrichedLine> lines) {
    return lines
        .groupBy(EnrichedLine::customerId, EnrichedLine::customerTier)
        .aggregate(row(CustomerPattern::new).of(
            key(EnrichedLine::customerId),
            key(EnrichedLine::customerTier),
            count(),
            sum(EnrichedLine::totalAmount),
            avg(EnrichedLine::totalAmount),
            min(EnrichedLine::orderDate),
            max(EnrichedLine::orderDate)))
        .named("customer patterns");
  }

  /** Recency counts to a given day, or else to the day after the last order of all. */
  static Stage<Rfm> rfm(Stage<CustomerPattern> customers, Optional<LocalDate> asOf) {
    if (asOf.isPresent()) {
      return customers.select(row(Rfm::new).of(
          col(CustomerPattern::customerId),
          col(CustomerPattern::lastPurchase).daysUntil(asOf.get()).orElse(0),
          col(CustomerPattern::orders),
          col(CustomerPattern::totalSpent)));
    }
    Stage<LastDay> last =
        customers.aggregate(row(LastDay::new).of(max(CustomerPattern::lastPurchase)));
    return customers
        .crossJoin(last)
        .select((c, l) -> row(Rfm::new).of(
            c.col(CustomerPattern::customerId),
            c.col(CustomerPattern::lastPurchase)
                .daysUntil(l.col(LastDay::day).plusDays(1))
                .orElse(0),
            c.col(CustomerPattern::orders),
            c.col(CustomerPattern::totalSpent)));
  }

  static Stage<CohortRetention> cohortRetention(Stage<EnrichedLine> lines) {
    return Cohorts.retention(
        lines.select(row(ActiveMonth::new)
            .of(col(EnrichedLine::customerId), col(EnrichedLine::orderDate).firstOfMonth())));
  }

  static Stage<RecentPurchase> recentPurchases(Stage<EnrichedLine> lines) {
    var latestFirst =
        partitionBy(EnrichedLine::customerId)
            .orderBy(desc(EnrichedLine::orderDate), desc(EnrichedLine::orderId));
    return lines
        .select(row(RecentPurchase::new).of(
            col(EnrichedLine::customerId),
            over(latestFirst, rowNumber()),
            col(EnrichedLine::orderId),
            col(EnrichedLine::orderDate),
            col(EnrichedLine::productName),
            col(EnrichedLine::totalAmount)))
        .filter(col(RecentPurchase::purchaseRank).le(RECENT));
  }
}
