package dev.sluice.stages;

import static dev.sluice.Dsl.approxPercentile;
import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.collectSet;
import static dev.sluice.Dsl.corr;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.hllSketch;
import static dev.sluice.Dsl.hllUnion;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.keys;
import static dev.sluice.Dsl.listAgg;
import static dev.sluice.Dsl.listAggDistinct;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.maxBy;
import static dev.sluice.Dsl.median;
import static dev.sluice.Dsl.minBy;
import static dev.sluice.Dsl.mode;
import static dev.sluice.Dsl.orderBy;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.partitionBy;
import static dev.sluice.Dsl.percentile;
import static dev.sluice.Dsl.product;
import static dev.sluice.Dsl.rank;
import static dev.sluice.Dsl.regrSlope;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.session;
import static dev.sluice.Dsl.sliding;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.tumbling;
import static dev.sluice.Dsl.windowEnd;
import static dev.sluice.Dsl.windowStart;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups of rows, by key and by event time. */
@SparkTest
class AggregationTest {

  record Sale(String shop, String customer, Double amount, Instant at) {}

  record ShopSales(String shop, Double amount, long sales, long customers) {}

  record Window(Instant start, Instant end, String shop, long sales) {}

  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

  private final SparkKit kit;

  AggregationTest(SparkKit kit) {
    this.kit = kit;
  }

  @Test
  void groupsRowsByKeyAndNullIsAKey() {
    assertThat(
        byShop(
            sales(
                sale("a", "x", 1.0, 0),
                sale("a", "x", 2.0, 0),
                sale("a", "y", null, 0),
                sale(null, "z", 5.0, 0))))
        .hasRows(new ShopSales("a", 3.0, 3, 2), new ShopSales(null, 5.0, 1, 1));
  }

  @Test
  void aGroupOfNullsOnlyHasNoSum() {
    assertThat(byShop(sales(sale("a", null, null, 0)))).hasRows(new ShopSales("a", null, 1, 0));
  }

  @Test
  void aKeyMayBeComputed() {
    record Minute(Integer minute, long sales) {}
    Stage<Sale> sales =
        sales(sale("a", "x", 1.0, 0), sale("b", "y", 2.0, 59), sale("a", "x", 3.0, 60));

    assertThat(
        sales.groupBy(col(Sale::at).minute())
            .aggregate(g -> row(Minute::new).of(g.key(col(Sale::at).minute()), g.count())))
        .hasRows(new Minute(0, 2), new Minute(1, 1));
  }

  @Test
  void theHandleOfAGroupCountsItsRows() {
    record Percent(String shop, long percent) {}
    assertThat(
        sales(sale("a", "x", 1.0, 0), sale("b", "x", 2.0, 0), sale("b", "y", 3.0, 0))
            .groupBy(Sale::shop)
            .having(g -> g.count().gt(1L))
            .having(count().gt(1L))
            .aggregate(g -> row(Percent::new).of(g.key(Sale::shop), g.count().times(100))))
        .hasRows(new Percent("b", 200));
  }

  @Test
  void anAggregateMayLeaveRowsOut() {
    record Parts(String shop, Double large, long small, String first) {}
    assertThat(
        sales(sale("a", "x", 1.0, 0), sale("a", "y", 9.0, 1), sale("b", "z", 2.0, 0))
            .groupBy(Sale::shop)
            .aggregate(g -> row(Parts::new).of(
                g.key(Sale::shop),
                sum(Sale::amount).where(col(Sale::amount).gt(5.0)),
                g.count().where(col(Sale::amount).lt(5.0)),
                minBy(Sale::customer, Sale::at).where(col(Sale::amount).gt(5.0)))))
        .hasRows(new Parts("a", 9.0, 1, "y"), new Parts("b", null, 1, null));
  }

  @Test
  void whatIsChosenAndMeasuredLeavesNullsOut() {
    record Chosen(
        String shop, Double median, Double most, Double ninety, String mode, String first,
        String last, String all, Double both) {}
    assertThat(
        sales(
            sale("a", "x", 1.0, 0), sale("a", "y", null, 1), sale("a", "x", 3.0, 2),
            sale("b", null, null, 0), sale("c", "z", 5.0, 0))
            .groupBy(Sale::shop)
            .aggregate(row(Chosen::new).of(
                key(Sale::shop),
                median(Sale::amount),
                percentile(Sale::amount, 1.0),
                approxPercentile(Sale::amount, 0.1),
                mode(Sale::customer),
                minBy(Sale::customer, Sale::amount),
                maxBy(col(Sale::customer), col(Sale::at)),
                listAggDistinct(Sale::customer, ",").where(col(Sale::amount).isNotNull()),
                regrSlope(Sale::amount, Sale::amount))))
        .hasRows(
            new Chosen("a", 2.0, 3.0, 1.0, "x", "x", "x", "x", 1.0),
            new Chosen("b", null, null, null, null, null, null, null, null),
            new Chosen("c", 5.0, 5.0, 5.0, "z", "z", "z", "z", null));
  }

  @Test
  void ofNoRowsThereIsNothingToChoose() {
    record Nothing(
        Double median, String mode, String first, String all, Double product, Long different,
        long large, Double corr) {}
    assertThat(
        sales().aggregate(g -> row(Nothing::new).of(
            median(Sale::amount),
            mode(Sale::customer),
            minBy(Sale::customer, Sale::at),
            listAgg(Sale::customer, ","),
            product(Sale::amount),
            hllSketch(Sale::customer).hllEstimate(),
            g.count().where(col(Sale::amount).gt(1.0)),
            corr(Sale::amount, Sale::amount))))
        .hasRows(new Nothing(null, null, null, null, null, 0L, 0, null));
  }

  @Test
  void sketchesOfDifferentValuesAreUnited() {
    record Sketch(String shop, byte[] customers) {}
    record About(long customers) {}
    assertThat(
        sales(
            sale("a", "x", 1.0, 0), sale("a", "y", 1.0, 1), sale("b", "x", 1.0, 0),
            sale("b", null, 1.0, 0))
            .groupBy(Sale::shop)
            .aggregate(row(Sketch::new).of(key(Sale::shop), hllSketch(Sale::customer)))
            .aggregate(row(About::new).of(hllUnion(col(Sketch::customers)).hllEstimate())))
        .hasRows(new About(2));
  }

  @Test
  void aWindowOfTimeAddsUpWhatIsNotFartherAway() {
    record Recent(Instant at, Double amount) {}
    assertThat(
        sales(sale("a", "x", 1.0, 0), sale("a", "x", 2.0, 50), sale("a", "x", 4.0, 70))
            .select(row(Recent::new).of(
                col(Sale::at),
                over(
                    partitionBy(Sale::shop).orderBy(asc(Sale::at))
                        .rangeBetween(Duration.ofMinutes(-1), Duration.ZERO),
                    sum(Sale::amount)))))
        .hasRows(
            new Recent(NOON, 1.0),
            new Recent(NOON.plusSeconds(50), 3.0),
            new Recent(NOON.plusSeconds(70), 6.0));
  }

  @Test
  void groupsMayBeRanked() {
    record Ranked(String shop, Double amount, int rank) {}
    assertThat(
        sales(sale("a", "x", 1.0, 0), sale("a", "y", 2.0, 1), sale("b", "z", 9.0, 0))
            .groupBy(Sale::shop)
            .aggregate(row(Ranked::new).of(
                key(Sale::shop),
                sum(Sale::amount),
                over(orderBy(desc(sum(Sale::amount))), rank()))))
        .hasRows(new Ranked("b", 9.0, 1), new Ranked("a", 3.0, 2));
  }

  @Test
  void rollupAddsTotals() {
    record Total(String shop, String customer, Double amount, boolean ofAll) {}
    assertThat(
        sales(sale("a", "x", 1.0, 0), sale("a", "y", 2.0, 1), sale("b", "x", 4.0, 0))
            .rollup(Sale::shop, Sale::customer)
            .aggregate(g -> row(Total::new).of(
                g.key(Sale::shop), g.key(Sale::customer), sum(Sale::amount),
                g.isTotalOf(Sale::shop))))
        .hasRows(
            new Total("a", "x", 1.0, false),
            new Total("a", "y", 2.0, false),
            new Total("b", "x", 4.0, false),
            new Total("a", null, 3.0, false),
            new Total("b", null, 4.0, false),
            new Total(null, null, 7.0, true));
  }

  @Test
  void groupingSetsAddTheTotalsThatAreListed() {
    record Total(String shop, Integer minute, Double amount) {}
    assertThat(
        sales(sale("a", "x", 1.0, 0), sale("b", "x", 4.0, 60))
            .groupingSets(keys(Sale::shop), keys(col(Sale::at).minute()))
            .aggregate(g -> row(Total::new).of(
                g.key(Sale::shop), g.key(col(Sale::at).minute()), sum(Sale::amount))))
        .hasRows(
            new Total("a", null, 1.0),
            new Total("b", null, 4.0),
            new Total(null, 0, 1.0),
            new Total(null, 1, 4.0));
  }

  @Test
  void keepsTheFirstRowsOfEachKey() {
    assertThat(
        sales(sale("a", "x", 1.0, 0), sale("a", "y", 2.0, 1), sale("a", "z", 3.0, 2))
            .keepFirst(2, desc(Sale::amount)).per(col(Sale::shop).upper()))
        .hasRows(sale("a", "z", 3.0, 2), sale("a", "y", 2.0, 1));
  }

  @Test
  void noRowsMakeNoGroups() {
    assertThat(byShop(sales())).isEmpty();
  }

  @Test
  void havingKeepsGroupsByTheirAggregates() {
    Stage<ShopSales> large =
        sales(sale("a", "x", 1.0, 0), sale("b", "x", 2.0, 0), sale("b", "y", 3.0, 0))
            .groupBy(Sale::shop)
            .having(count(Sale.class).gt(1L))
            .aggregate(row(ShopSales::new).of(
                key(Sale::shop),
                sum(Sale::amount),
                count(),
                countDistinct(Sale::customer)));

    assertThat(large).hasRows(new ShopSales("b", 5.0, 2, 2));
  }

  @Test
  void severalHavingsAddUp() {
    Stage<ShopSales> kept =
        sales(
            sale("a", "x", 9.0, 0),
            sale("b", "x", 2.0, 0),
            sale("b", "y", 3.0, 0),
            sale("c", "x", 1.0, 0),
            sale("c", "y", 1.0, 0))
            .groupBy(Sale::shop)
            .having(count(Sale.class).gt(1L))
            .having(sum(Sale::amount).gt(4.0))
            .having(countDistinct(Sale::customer).lt(3L))
            .aggregate(row(ShopSales::new).of(
                key(Sale::shop),
                sum(Sale::amount),
                count(),
                countDistinct(Sale::customer)));

    assertThat(kept).hasRows(new ShopSales("b", 5.0, 2, 2));
  }

  @Test
  void aggregatesMayBeComputedWithAndMixedWithKeys() {
    record Share(String label, double perSale) {}
    Stage<Share> shares =
        sales(sale("a", "x", 1.0, 0), sale("a", "x", 2.0, 0))
            .groupBy(Sale::shop)
            .aggregate(row(Share::new).of(
                key(Sale::shop).upper(),
                sum(Sale::amount).orElse(0.0).dividedBy(count(Sale.class).toDouble())));

    assertThat(shares).hasRows(new Share("A", 1.5));
  }

  @Test
  void keysAloneAreAnAggregationToo() {
    record Shop(String shop) {}

    assertThat(
        sales(sale("a", "x", 1.0, 0), sale("a", "y", 1.0, 0))
            .groupBy(Sale::shop)
            .aggregate(row(Shop::new).of(key(Sale::shop))))
        .hasRows(new Shop("a"));
  }

  @Test
  void anAggregateOverNoRowsIsOneRow() {
    record Total(long sales, Double amount, Double best, Double mean) {}

    assertThat(
        sales()
            .aggregate(row(Total::new)
                .of(count(), sum(Sale::amount), max(Sale::amount), avg(Sale::amount))))
        .hasRows(new Total(0, null, null, null));
  }

  @Test
  void tumblingWindowsFollowEachOther() {
    assertThat(
        timed(sale("a", "x", 1.0, 0), sale("a", "x", 1.0, 59), sale("a", "x", 1.0, 60))
            .window(tumbling(Duration.ofMinutes(1)))
            .groupBy(Sale::shop)
            .aggregate(
                row(Window::new).of(windowStart(), windowEnd(), key(Sale::shop), count())))
        .hasRows(window(0, 60, 2), window(60, 120, 1));
  }

  @Test
  void slidingWindowsOverlap() {
    assertThat(
        timed(sale("a", "x", 1.0, 0), sale("a", "x", 1.0, 40))
            .window(sliding(Duration.ofMinutes(1), Duration.ofSeconds(30)))
            .groupBy(Sale::shop)
            .aggregate(
                row(Window::new).of(windowStart(), windowEnd(), key(Sale::shop), count())))
        .hasRows(window(-30, 30, 1), window(0, 60, 2), window(30, 90, 1));
  }

  @Test
  void sessionWindowsEndAfterAPause() {
    assertThat(
        timed(
            sale("a", "x", 1.0, 0),
            sale("a", "x", 1.0, 20),
            sale("a", "x", 1.0, 80),
            sale("b", "x", 1.0, 25))
            .window(session(Duration.ofSeconds(30)))
            .groupBy(Sale::shop)
            .aggregate(
                row(Window::new).of(windowStart(), windowEnd(), key(Sale::shop), count())))
        .hasRows(
            window(0, 50, 2),
            window(80, 110, 1),
            new Window(NOON.plusSeconds(25), NOON.plusSeconds(55), "b", 1));
  }

  @Test
  void aWindowNeedsNoFurtherKey() {
    record PerMinute(Instant start, long sales) {}

    assertThat(
        timed(sale("a", "x", 1.0, 0), sale("b", "x", 1.0, 1))
            .window(tumbling(Duration.ofMinutes(1)))
            .aggregate(row(PerMinute::new).of(windowStart(), count())))
        .hasRows(new PerMinute(NOON, 2));
  }

  @Test
  void lateRowsCountInABatch() {
    assertThat(
        timed(sale("a", "x", 1.0, 86_400), sale("a", "x", 1.0, 0))
            .window(tumbling(Duration.ofMinutes(1)))
            .groupBy(Sale::shop)
            .aggregate(
                row(Window::new).of(windowStart(), windowEnd(), key(Sale::shop), count())))
        .hasRows(window(0, 60, 1), window(86_400, 86_460, 1));
  }

  @Test
  void eventTimeIsFollowedThroughStages() {
    record Paid(Instant paidAt, String shop, Double amount) {}
    var paid =
        timed(sale("a", "x", 1.0, 0), sale("a", "y", 2.0, 50), sale("a", "x", 4.0, 70))
            .dedupe(Sale::at)
            .select(row(Paid::new).of(col(Sale::at), col(Sale::shop), col(Sale::amount)))
            .timedBy(Paid::paidAt)
            .window(tumbling(Duration.ofMinutes(1)))
            .groupBy(Paid::shop)
            .aggregate(row(Window::new)
                .of(windowStart(), windowEnd(), key(Paid::shop), count()));

    assertThat(paid).hasRows(window(0, 60, 2), window(60, 120, 1));
  }

  private static Window window(int from, int to, long sales) {
    return new Window(NOON.plusSeconds(from), NOON.plusSeconds(to), "a", sales);
  }

  private static Sale sale(String shop, String customer, Double amount, int second) {
    return new Sale(shop, customer, amount, NOON.plusSeconds(second));
  }

  private Stage<ShopSales> byShop(Stage<Sale> sales) {
    return sales
        .groupBy(Sale::shop)
        .aggregate(row(ShopSales::new)
            .of(key(Sale::shop), sum(Sale::amount), count(), countDistinct(Sale::customer)));
  }

  private Stage<Sale> sales(Sale... sales) {
    return kit.rows(Sale.class, sales);
  }

  private TimedStage<Sale> timed(Sale... sales) {
    return sales(sales).eventTime(Sale::at, Duration.ofSeconds(10));
  }

  @Test
  void aSetOfDistinctNumbersHasOneNaN() {
    record Numbers(String shop, List<Double> amounts) {}

    assertThat(
        sales(
            sale("a", "x", Double.NaN, 0),
            sale("a", "x", -Double.NaN, 0),
            sale("a", "x", Double.NaN, 0))
            .groupBy(Sale::shop)
            .aggregate(row(Numbers::new)
                .of(key(Sale::shop), collectSet(col(Sale::amount)).distinct())))
        .hasRows(new Numbers("a", List.of(Double.NaN)));
  }
}
