package dev.sluice.samples.mutations;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;
import static dev.sluice.samples.mutations.Finding.cell;
import static dev.sluice.samples.mutations.Finding.near;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.expr.DateExpr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.LongExpr;
import dev.sluice.samples.customers.ActiveMonth;
import dev.sluice.samples.customers.CohortActivity;
import dev.sluice.samples.customers.CohortMonth;
import dev.sluice.samples.customers.CohortRetention;
import dev.sluice.samples.customers.Cohorts;
import dev.sluice.testkit.SparkKit;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Slips in the cohorts of customers. */
final class CohortFaults {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final DateExpr<ActiveMonth> FIRST =
      over(partitionBy(ActiveMonth::customerId), min(ActiveMonth::month));
  private static final IntExpr<ActiveMonth> NUMBER =
      FIRST.monthsUntil(col(ActiveMonth::month)).orElse(0);
  private static final LongExpr<CohortActivity> SIZE =
      over(partitionBy(CohortActivity::cohortMonth), max(CohortActivity::customers));

  private CohortFaults() {}

  static List<Mutation> all() {
    return List.of(
        fault(
            "repetitions counted",
            purchases -> retention(purchases, FIRST, NUMBER, SIZE),
            cell("cohortMonth=2026-01-01, monthNumber=0", "customers", 2, 3)),
        fault(
            "months counted from 1",
            purchases -> retention(purchases.distinct(), FIRST, NUMBER.plus(1), SIZE),
            near("CohortRetention[cohortMonth=2026-01-01, monthNumber=0", "monthNumber", 0, 1)),
        fault(
            "the size of a cohort added up over its months",
            purchases -> retention(
                purchases.distinct(),
                FIRST,
                NUMBER,
                over(partitionBy(CohortActivity::cohortMonth), sum(CohortActivity::customers))),
            cell("cohortMonth=2026-01-01, monthNumber=0", "cohortSize", 2, 3)));
  }

  private static Mutation fault(
      String fault, Function<Stage<ActiveMonth>, Stage<CohortRetention>> wrong, Finding finding) {
    return Mutation.of(fault)
        .given(CohortFaults::purchases)
        .right(Cohorts::retention)
        .wrong(wrong)
        .test(CohortFaults::areRetained)
        .finds(finding);
  }

  private static Stage<ActiveMonth> purchases(SparkKit kit) {
    return kit.rows(
        ActiveMonth.class,
        new ActiveMonth(7, JANUARY),
        new ActiveMonth(7, JANUARY),
        new ActiveMonth(8, JANUARY),
        new ActiveMonth(7, MARCH));
  }

  private static Stage<CohortRetention> retention(
      Stage<ActiveMonth> purchases,
      DateExpr<ActiveMonth> first,
      IntExpr<ActiveMonth> number,
      LongExpr<CohortActivity> size) {
    return purchases
        .select(row(CohortMonth::new).of(col(ActiveMonth::customerId), first, number))
        .groupBy(CohortMonth::cohortMonth, CohortMonth::monthNumber)
        .aggregate(row(CohortActivity::new)
            .of(key(CohortMonth::cohortMonth), key(CohortMonth::monthNumber), count()))
        .select(row(CohortRetention::new).of(
            col(CohortActivity::cohortMonth),
            col(CohortActivity::monthNumber),
            col(CohortActivity::customers),
            size,
            col(CohortActivity::customers).dividedBy(size)));
  }

  private static void areRetained(Stage<CohortRetention> cohorts) {
    assertThat(cohorts)
        .keyedBy(CohortRetention::cohortMonth, CohortRetention::monthNumber)
        .hasRows(
            new CohortRetention(JANUARY, 0, 2, 2, 1.0), new CohortRetention(JANUARY, 2, 1, 2, 0.5));
  }
}
