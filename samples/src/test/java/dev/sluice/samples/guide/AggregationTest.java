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
  void aHandleOfTheGroup() {
    // #region handle
    record Share(String initial, long percent) {}

    Stage<Share> shares = lines
        .groupBy(col(Line::productName).left(1))
        .having(g -> g.count().gt(0))
        .aggregate(g -> row(Share::new).of(
            g.key(col(Line::productName).left(1)),
            g.count().times(100).dividedBy(3L).toLong()));
    // #endregion

    assertThat(shares).hasRows(new Share("b", 66), new Share("t", 33));
  }

  @Test
  void someRowsOfAGroup() {
    // #region some
    record CustomerParts(long customerId, Double small, long large, String firstProduct, Double middle) {}

    Stage<CustomerParts> parts = lines
        .groupBy(Line::customerId)
        .aggregate(g -> row(CustomerParts::new).of(
            g.key(Line::customerId),
            sum(Line::amount).where(col(Line::amount).lt(10)),
            g.count().where(col(Line::amount).ge(10)),
            minBy(Line::productName, Line::orderDate),
            median(Line::amount)));
    // #endregion

    assertThat(parts)
        .hasRows(
            new CustomerParts(7, null, 2, "tea", 30.0), new CustomerParts(8, 2.0, 0, "bread", 2.0));
  }

  @Test
  void totalsBesideGroups() {
    // #region totals
    record Revenue(LocalDate day, String product, double revenue, boolean ofAllDays) {}

    Stage<Revenue> revenue = lines
        .rollup(Line::orderDate, Line::productName)
        .aggregate(g -> row(Revenue::new).of(
            g.key(Line::orderDate),
            g.key(Line::productName),
            sum(Line::amount),
            g.isTotalOf(Line::orderDate)));
    // #endregion

    assertThat(revenue)
        .hasRows(
            new Revenue(MAY_1, "tea", 20.0, false),
            new Revenue(MAY_1, "bread", 2.0, false),
            new Revenue(MAY_2, "bread", 40.0, false),
            new Revenue(MAY_1, null, 22.0, false),
            new Revenue(MAY_2, null, 40.0, false),
            new Revenue(null, null, 62.0, true));
  }

  @Test
  void groupsInAWindow() {
    // #region ranked-groups
    record Rank(String product, double revenue, int rank) {}

    Stage<Rank> ranks = lines
        .groupBy(Line::productName)
        .aggregate(row(Rank::new).of(
            key(Line::productName),
            sum(Line::amount),
            over(orderBy(desc(sum(Line::amount))), rank())));
    // #endregion

    assertThat(ranks).hasRows(new Rank("bread", 42.0, 1), new Rank("tea", 20.0, 2));
  }

  @Test
  void framesOfTime() {
    // #region time-frame
    record Week(long orderId, double revenue) {}

    var lastWeek = orderBy(asc(Line::orderDate)).rangeBetween(Duration.ofDays(-6), Duration.ZERO);
    Stage<Week> week = lines.select(row(Week::new).of(
        col(Line::orderId), over(lastWeek, sum(Line::amount))));
    // #endregion

    assertThat(week).hasRows(new Week(1, 22.0), new Week(2, 22.0), new Week(3, 62.0));
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
