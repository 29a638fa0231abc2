package dev.sluice.samples.customers;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;

/** Cohorts: customers by the month of their first purchase, and how many of them come back. */
public final class Cohorts {

  private Cohorts() {}

  /**
   * The share of each cohort that buys in each later month.
   *
   * @param purchases the month of each purchase; repetitions do not matter
   */
  public static Stage<CohortRetention> retention(Stage<ActiveMonth> purchases) {
    var firstMonth = over(partitionBy(ActiveMonth::customerId), min(ActiveMonth::month));
    Stage<CohortActivity> activity =
        purchases
            .distinct()
            .select(row(CohortMonth::new).of(
                col(ActiveMonth::customerId),
                firstMonth,
                firstMonth.monthsUntil(col(ActiveMonth::month)).orElse(0)))
            .groupBy(CohortMonth::cohortMonth, CohortMonth::monthNumber)
            .aggregate(row(CohortActivity::new)
                .of(key(CohortMonth::cohortMonth), key(CohortMonth::monthNumber), count()));
    // in month 0 the whole cohort bought, so its largest month is its size
    var size = over(partitionBy(CohortActivity::cohortMonth), max(CohortActivity::customers));
    return activity.select(row(CohortRetention::new).of(
        col(CohortActivity::cohortMonth),
        col(CohortActivity::monthNumber),
        col(CohortActivity::customers),
        size,
        col(CohortActivity::customers).dividedBy(size)));
  }
}
