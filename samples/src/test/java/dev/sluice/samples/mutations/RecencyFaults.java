package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.row;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.DateExpr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.Side;
import dev.sluice.samples.ecommerce.EcommerceStages;
import dev.sluice.samples.ecommerce.model.CustomerPattern;
import dev.sluice.samples.ecommerce.model.LastDay;
import dev.sluice.samples.ecommerce.model.Rfm;
import dev.sluice.testkit.SparkKit;
import java.time.LocalDate;
import java.util.List;

/** Slips in the days since a customer last bought. */
final class RecencyFaults {

  private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  private static final LocalDate MAY_3 = LocalDate.of(2026, 5, 3);

  private RecencyFaults() {}

  static List<Mutation> all() {
    return List.of(
        fault(
            "days counted to the last day, not to the one after",
            (c, last) -> c.col(CustomerPattern::lastPurchase).daysUntil(last),
            cell("customerId=7", "recencyDays", 1, 0)),
        fault(
            "days counted from the first date, not from the last",
            (c, last) -> c.col(CustomerPattern::firstPurchase).daysUntil(last.plusDays(1)),
            cell("customerId=7", "recencyDays", 1, 3)));
  }

  /** The days of a customer, given the last day of all. */
  private interface Recency {
    IntExpr<Joined2<CustomerPattern, LastDay>> of(
        Side<Joined2<CustomerPattern, LastDay>, CustomerPattern> customer,
        DateExpr<Joined2<CustomerPattern, LastDay>> last);
  }

  private static Mutation fault(String fault, Recency wrong, Finding finding) {
    return Mutation.of(fault)
        .given(RecencyFaults::customers)
        .right(EcommerceStages::rfm)
        .wrong(customers -> rfm(customers, wrong))
        .test(
            rfm -> assertThat(rfm)
                .keyedBy(Rfm::customerId)
                .hasRows(new Rfm(7, 1, 2, 30.0), new Rfm(8, 3, 1, 5.0)))
        .finds(finding);
  }

  private static Stage<CustomerPattern> customers(SparkKit kit) {
    return kit.rows(
        CustomerPattern.class,
        new CustomerPattern(7, "Bronze", 2, 30.0, 15.0, MAY_1, MAY_3),
        new CustomerPattern(8, "Bronze", 1, 5.0, 5.0, MAY_1, MAY_1));
  }

  private static Stage<Rfm> rfm(Stage<CustomerPattern> customers, Recency recency) {
    return customers
        .crossJoin(customers.aggregate(row(LastDay::new).of(max(CustomerPattern::lastPurchase))))
        .select((c, l) -> row(Rfm::new).of(
            c.col(CustomerPattern::customerId),
            recency.of(c, l.col(LastDay::day)).orElse(0),
            c.col(CustomerPattern::orders),
            c.col(CustomerPattern::totalSpent)));
  }
}
