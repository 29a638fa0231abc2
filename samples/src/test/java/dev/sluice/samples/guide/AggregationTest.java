package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class AggregationTest extends Shop {

  @Test
  void groups() {
    // #region groups
    record CustomerSales(long customerId, long orders, double revenue, double perOrder, LocalDate last) {}

    Stage<CustomerSales> sales = lines
        .groupBy(Line::customerId)
        .having(sum(Line::amount).gt(10))
        .aggregate(row(CustomerSales::new).of(
            key(Line::customerId),
            count(),
            sum(Line::amount),
            sum(Line::amount).dividedBy(count()),
            max(Line::orderDate)));
    // #endregion

    assertThat(sales).hasRows(new CustomerSales(7, 2, 60.0, 30.0, MAY_2));
  }

  @Test
  void all() {
    // #region all
    record Totals(long orders, long withNote, long large, double revenue) {}

    Stage<Totals> totals = orders.aggregate(row(Totals::new).of(
        count(),
        count(Order::note),
        countIf(col(Order::quantity).ge(2)),
        sum(col(Order::quantity).times(1.5)).orElse(0.0)));
    // #endregion

    assertThat(totals).hasRows(new Totals(4, 3, 2, 19.5));
  }

  @Test
  void analyticWindows() {
    // #region analytic
    record Ranked(long orderId, int rank, double previous, double ofCustomer) {}

    var byDate = partitionBy(Line::customerId).orderBy(asc(Line::orderDate), asc(Line::orderId));
    Stage<Ranked> ranked = lines.select(row(Ranked::new).of(
        col(Line::orderId),
        over(byDate, rowNumber()),
        over(byDate, lag(col(Line::amount))).orElse(0.0),
        over(partitionBy(Line::customerId), sum(Line::amount))));
    // #endregion

    assertThat(ranked)
        .hasRows(
            new Ranked(1, 1, 0.0, 60.0), new Ranked(2, 1, 0.0, 2.0), new Ranked(3, 2, 20.0, 60.0));
  }

  @Test
  void frames() {
    // #region frames
    record Moving(long orderId, double lastThree) {}

    var lastThree = partitionBy(Line::customerId).orderBy(asc(Line::orderDate)).rowsBetween(-2, 0);
    Stage<Moving> moving = lines.select(row(Moving::new).of(
        col(Line::orderId), over(lastThree, avg(Line::amount))));
    // #endregion

    assertThat(moving).hasRows(new Moving(1, 20.0), new Moving(2, 2.0), new Moving(3, 30.0));
  }

  @Test
  void timeWindows() {
    // #region time
    record PerMinute(Instant from, Instant to, long orders) {}

    Stage<PerMinute> perMinute = orders
        .eventTime(Order::placedAt, Duration.ofMinutes(10))
        .window(tumbling(Duration.ofMinutes(1)))
        .aggregate(row(PerMinute::new).of(windowStart(), windowEnd(), count()));
    // #endregion

    assertThat(perMinute)
        .hasRows(
            new PerMinute(
                Instant.parse("2026-05-01T10:00:00Z"), Instant.parse("2026-05-01T10:01:00Z"), 2),
            new PerMinute(
                Instant.parse("2026-05-02T09:00:00Z"), Instant.parse("2026-05-02T09:01:00Z"), 1),
            new PerMinute(
                Instant.parse("2026-05-02T09:01:00Z"), Instant.parse("2026-05-02T09:02:00Z"), 1));
  }
}
// @formatter:on
