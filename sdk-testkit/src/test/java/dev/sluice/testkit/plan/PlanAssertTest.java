package dev.sluice.testkit.plan;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.udf;
import static dev.sluice.testkit.SluiceAssertions.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.Udf;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkProfile;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.plan.PlanShop.Line;
import dev.sluice.testkit.plan.PlanShop.Order;
import dev.sluice.testkit.plan.PlanShop.Pair;
import dev.sluice.testkit.plan.PlanShop.Product;
import dev.sluice.testkit.plan.PlanShop.Sold;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is right passes, and what is wrong fails with the plan. */
@SparkTest(profile = SparkProfile.FAST, conf = "spark.sql.autoBroadcastJoinThreshold=-1")
@Tag("smoke")
class PlanAssertTest {

  private PlanShop shop;
  private Stage<Order> orders;
  private Stage<Product> products;

  private static SparkKit files;

  @BeforeAll
  static void write(SparkKit kit) {
    files = kit;
    PlanShop.write(kit);
  }

  @BeforeEach
  void stages(SparkKit kit) {
    shop = PlanShop.of(kit, files);
    orders = shop.orders();
    products = shop.products();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> fails(ThrowingCallable code) {
    return assertThatThrownBy(code).isInstanceOf(AssertionError.class);
  }

  private static Stage<Pair> pairs(Stage<Sold> left, Stage<Sold> right) {
    return left.join(right)
        .on(Sold::productId).equalTo(Sold::productId)
        .select((a, b) -> row(Pair::new).of(a.col(Sold::productId), b.col(Sold::productId)));
  }

  @Nested
  class Shuffles {

    @Test
    void areCounted() {
      assertThatPlan(PlanShop.lines(orders, products))
          .hasShuffles(2)
          .hasAtMostShuffles(2)
          .hasAtMostShuffles(3);
    }

    @Test
    void areNoneInAFilter() {
      assertThatPlan(orders.filter(col(Order::quantity).gt(1))).hasNoShuffle().hasShuffles(0);
    }

    @Test
    void areShownIfThereAreOthers() {
      Stage<Line> lines = PlanShop.lines(orders, products);
      fails(() -> assertThatPlan(lines).hasShuffles(1))
          .hasMessageMatching(
              "(?s)plan of stage 'join Line' \\(PlanShop.java:\\d+\\): expected 1 shuffle, found"
                  + " 2\n"
                  + ".*")
          .hasMessageContaining("→       Exchange hashpartitioning(productId, 1)");
    }

    @Test
    void areShownIfThereAreTooMany() {
      fails(() -> assertThatPlan(PlanShop.sold(orders)).hasAtMostShuffles(0))
          .hasMessageContaining("expected at most 0 shuffles, found 1");
    }

    @Test
    void areShownIfThereShouldBeNone() {
      fails(() -> assertThatPlan(PlanShop.sold(orders)).hasNoShuffle())
          .hasMessageContaining("expected no shuffles, found 1");
    }

    @Test
    void countOnceIfReused() {
      Stage<Sold> sold = PlanShop.sold(orders);
      assertThatPlan(pairs(sold, sold)).hasShuffles(1);
    }

    @Test
    void areNotBroadcasts() {
      assertThatPlan(PlanShop.lines(orders, products.broadcast())).hasNoShuffle();
    }

    @Test
    void areThoseOfACacheOnce(SparkSession spark) {
      Dataset<Row> sold = shop.ordersByHand().groupBy("productId").count().cache();
      try {
        assertThatPlan(sold.union(sold)).hasShuffles(1);
      } finally {
        sold.unpersist(true);
      }
    }

    @Test
    void areThoseOfALimit() {
      fails(() -> assertThatPlan(orders.sort(asc(Order::orderId)).limit(3)).hasNoShuffle())
          .hasMessageContaining("→ TakeOrderedAndProject(limit=3");
    }

    @Test
    void areNotMissedWhereThereAreNoRows(SparkKit kit) {
      Stage<Order> none = kit.rows(Order.class);
      fails(() -> assertThatPlan(PlanShop.sold(none)).hasNoShuffle())
          .hasMessageContaining("an input is empty, so Spark left out operators")
          .hasMessageContaining("→ LocalTableScan <empty>");
    }

    @Test
    void areNotMissedWhereNoRowsAreFoundAtRunTime() {
      Stage<Product> none = products.filter(col(Product::price).plus(0).lt(-1.0));
      fails(() -> assertThatPlan(PlanShop.lines(orders, none)).hasNoShuffle())
          .hasMessageContaining("an input is empty, so Spark left out operators");
    }

    @Test
    void areThoseOfADataset(SparkSession spark) {
      assertThatPlan(shop.ordersByHand().distinct()).hasShuffles(1);
      fails(() -> assertThatPlan(spark.range(9).repartition(3)).hasNoShuffle())
          .hasMessageStartingWith("plan of a dataset: expected no shuffles, found 1");
    }

    @Test
    void areShownInALongPlanWithTheLinesAround() {
      Stage<Order> all = orders;
      for (int i = 0; i < 30; i++) {
        all = all.union(orders.filter(col(Order::quantity).gt(i)));
      }
      Stage<Order> many = all.distinct();
      fails(() -> assertThatPlan(many).hasNoShuffle())
          .hasMessageContaining("→   Exchange hashpartitioning")
          .hasMessageContaining("  … ")
          .satisfies(e -> assertThat(e.getMessage().lines().count()).isLessThan(50));
    }

    @Test
    void areThoseOfAnotherSession(SparkSession spark) {
      SparkSession other = spark.newSession();
      other.conf().set("spark.sql.autoBroadcastJoinThreshold", "10MB");
      assertThatPlan(PlanShop.lines(orders, products), other).hasNoShuffle();
    }

    @Test
    void areCountedWithoutAdaptiveExecution(SparkSession spark) {
      spark.conf().set("spark.sql.adaptive.enabled", "false");
      Stage<Sold> sold = PlanShop.sold(orders);
      assertThatPlan(pairs(sold, sold)).hasShuffles(1).evaluatesOnce(orders).scanOf(orders);
    }
  }

  @Nested
  class Broadcasts {

    @Test
    void areOfTheStage() {
      assertThatPlan(PlanShop.lines(orders, products.broadcast()))
          .broadcasts(products)
          .doesNotBroadcast(orders);
    }

    @Test
    void areOfAStageThatIsFilteredBeforeTheJoin() {
      Stage<Product> cheap = products.filter(col(Product::price).lt(9.0));
      assertThatPlan(PlanShop.lines(orders, cheap.broadcast()))
          .broadcasts(products)
          .broadcasts(cheap);
    }

    @Test
    void areNotOfAnotherStage() {
      fails(() -> assertThatPlan(PlanShop.lines(orders, products.broadcast())).broadcasts(orders))
          .hasMessageContaining("expected a join that broadcasts stage 'orders'")
          .hasMessageContaining("found that it is joined otherwise")
          .hasMessageContaining("→   BroadcastHashJoin");
    }

    @Test
    void areNotOfAStageWhoseGroupsAreBroadcast() {
      Stage<Sold> sold = PlanShop.sold(orders);
      Stage<Order> others = shop.orders("other orders");
      Stage<Pair> pairs =
          others
              .join(sold.broadcast())
              .on(Order::productId).equalTo(Sold::productId)
              .select((o, s) -> row(Pair::new).of(o.col(Order::orderId), s.col(Sold::productId)));
      assertThatPlan(pairs).broadcasts(sold);
      fails(() -> assertThatPlan(pairs).broadcasts(orders))
          .hasMessageContaining("stage 'orders'")
          .hasMessageContaining("is not an input of a join");
      fails(() -> assertThatPlan(pairs).broadcasts(others))
          .hasMessageContaining("found that it is joined otherwise");
    }

    @Test
    void areOfOneOfTwoStagesWithTheSameFiles() {
      Stage<Product> twin = shop.products("twin");
      Stage<Pair> pairs =
          products
              .join(twin.broadcast())
              .on(Product::productId).equalTo(Product::productId)
              .select((a, b) -> row(Pair::new).of(a.col(Product::productId),
                  b.col(Product::productId)));
      assertThatPlan(pairs).broadcasts(twin).doesNotBroadcast(products);
      fails(() -> assertThatPlan(pairs).broadcasts(products))
          .hasMessageContaining("found that it is joined otherwise");
    }

    @Test
    void areOfAStageThatIsJoinedWithItself() {
      Stage<Pair> pairs =
          products
              .join(products.broadcast())
              .on(Product::productId).equalTo(Product::productId)
              .select((a, b) -> row(Pair::new).of(a.col(Product::productId),
                  b.col(Product::productId)));
      assertThatPlan(pairs).broadcasts(products);
      fails(() -> assertThatPlan(pairs).doesNotBroadcast(products))
          .hasMessageContaining("expected no join that broadcasts stage 'products'")
          .hasMessageContaining("→   BroadcastHashJoin");
    }

    @Test
    void areOfAJoinThatIsJoinedAgain() {
      Stage<Line> lines = PlanShop.lines(orders, products);
      Stage<Pair> pairs =
          shop.orders("others")
              .join(lines.broadcast())
              .on(Order::orderId).equalTo(Line::orderId)
              .select((o, l) -> row(Pair::new).of(o.col(Order::orderId), l.col(Line::orderId)));
      assertThatPlan(pairs).broadcasts(lines).doesNotBroadcast(products).doesNotBroadcast(orders);
    }

    @Test
    void areOfRowsInMemory(SparkKit kit) {
      Stage<Product> few = kit.rows(Product.class, new Product(1, "pen", 1.5));
      assertThatPlan(PlanShop.lines(orders, few.broadcast())).broadcasts(few);
      fails(() -> assertThatPlan(PlanShop.lines(orders, few.broadcast())).doesNotBroadcast(few))
          .hasMessageContaining("expected no join that broadcasts stage 'Product'");
    }

    @Test
    void areOfBothStagesOfAUnion() {
      Stage<Product> more = shop.products("more");
      Stage<Product> all = products.union(more);
      assertThatPlan(PlanShop.lines(orders, all.broadcast()))
          .broadcasts(all)
          .broadcasts(products)
          .broadcasts(more);
    }

    @Test
    void areOfAStageThatIsKeptFirst() {
      Stage<Product> cheapest = products.keepFirst(asc(Product::price)).per(Product::productId);
      assertThatPlan(PlanShop.lines(orders, cheapest.broadcast())).broadcasts(cheapest);
    }

    @Test
    void areOfAStageInsideSql(SparkKit kit) {
      Stage<Line> lines =
          products
              .broadcast()
              .transform(
                  "by hand",
                  Line.class,
                  p -> shop.ordersByHand().join(p, "productId").select("orderId", "name", "price"));
      assertThatPlan(lines).broadcasts(products);
    }

    @Test
    void areNotGuessedWhereTwoStagesComputeTheSame() {
      Stage<Product> twin = shop.products("twin");
      Stage<Pair> pairs =
          products
              .join(products.broadcast())
              .on(Product::productId).equalTo(Product::productId)
              .select((a, b) -> row(Pair::new).of(a.col(Product::productId),
                  b.col(Product::productId)));
      Stage<Pair> more =
          twin.select(row(Pair::new).of(col(Product::productId), col(Product::productId)));
      fails(() -> assertThatPlan(pairs.union(more)).broadcasts(twin))
          .hasMessageContaining("two stages compute the same");
    }

    @Test
    void areOfACleanedStage() {
      Stage<Product> clean =
          products.clean("valid", c -> c.require("price", col(Product::price).ge(0.0)));
      assertThatPlan(PlanShop.lines(orders, clean.broadcast()))
          .broadcasts(clean)
          .broadcasts(products)
          .doesNotBroadcast(orders);
    }

    @Test
    void areOfAStageWithoutAnyColumn() {
      Stage<Pair> pairs =
          orders
              .crossJoin(products.broadcast())
              .select((o, p) -> row(Pair::new).of(o.col(Order::orderId), o.col(Order::productId)));
      assertThatPlan(pairs).broadcasts(products).doesNotBroadcast(orders);
    }

    @Test
    void areOfTheInputOfAJoinOfThree() {
      Stage<Product> others = shop.products("others");
      Stage<Line> lines =
          orders
              .join(products)
              .on(Order::productId).equalTo(Product::productId)
              .join(others.filter(col(Product::price).gt(1.0)).broadcast())
              .on(Order::productId).equalTo(Product::productId)
              .select((o, p, other) -> row(Line::new).of(
                  o.col(Order::orderId), other.col(Product::name), other.col(Product::price)));
      assertThatPlan(lines).broadcasts(others).doesNotBroadcast(products).doesNotBroadcast(orders);
    }

    @Test
    void areSeenWhenTheyAreDecidedAtRunTime(SparkSession spark) {
      Stage<Product> few = products.filter(col(Product::name).length().lt(10));
      spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "600");
      assertThatPlan(PlanShop.lines(orders, few))
          .broadcastsBySize(products)
          .doesNotBroadcast(orders);
      fails(() -> assertThatPlan(PlanShop.lines(orders, few)).broadcasts(products))
          .hasMessageContaining("because it is small here")
          .hasMessageContaining("→   BroadcastHashJoin");
      spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
      fails(() -> assertThatPlan(PlanShop.lines(orders, few)).broadcasts(products))
          .hasMessageContaining("→   SortMergeJoin");
      assertThatPlan(PlanShop.lines(orders, few)).doesNotBroadcast(products);
    }

    @Test
    void areNotOfAStageOfAnotherQuery() {
      fails(() -> assertThatPlan(PlanShop.sold(orders)).doesNotBroadcast(products))
          .hasMessageContaining("is not a part of it")
          .hasMessageContaining("stage 'products' (PlanShop.java:")
          .hasMessageContaining("stage 'orders' (PlanShop.java:");
    }

    @Test
    void areNotDeniedWhereNothingIsJoined() {
      fails(() -> assertThatPlan(PlanShop.sold(orders)).doesNotBroadcast(orders))
          .hasMessageContaining("is not an input of a join: nothing can be said");
    }

    @Test
    void areNotDeniedWhereNoRowsAreFound() {
      Stage<Product> none = products.filter(col(Product::price).plus(0).lt(-1.0));
      fails(() -> assertThatPlan(PlanShop.lines(orders, none)).doesNotBroadcast(products))
          .hasMessageContaining("an input is empty");
    }
  }

  @Nested
  class Udfs {

    @Test
    void areNone() {
      assertThatPlan(PlanShop.sold(orders)).hasNoUdf();
    }

    @Test
    void areNamed() {
      Udf<String, String> shout = udf("shout", String.class, String.class, name -> name + "!");
      Stage<Product> loud =
          products.enrich(Product.class, set(Product::name).to(shout.call(col(Product::name))));
      fails(() -> assertThatPlan(loud).hasNoUdf())
          .hasMessageContaining("expected no functions of users, found 'shout'")
          .hasMessageContaining("→ Project");
    }

    @Test
    void areTypedFunctions(SparkSession spark) {
      Dataset<Long> rows =
          spark
              .range(5)
              .map(
                  (org.apache.spark.api.java.function.MapFunction<Long, Long>) x -> x + 1,
                  Encoders.LONG());
      fails(() -> assertThatPlan(rows).hasNoUdf()).hasMessageContaining("found MapElements");
    }

    @Test
    void areSeenAlsoWhenTheOptimizerHasCalledThem(SparkKit kit) {
      Dataset<Row> rows =
          kit.rows(Product.class, new Product(1, "pen", 1.5))
              .toDataset(kit.spark())
              .select(
                  functions
                      .udf((String s) -> s + "!", org.apache.spark.sql.types.DataTypes.StringType)
                      .withName("shout")
                      .apply(functions.col("name")));
      fails(() -> assertThatPlan(rows).hasNoUdf())
          .hasMessageContaining("found 'shout'")
          .hasMessageContaining("the query, before the optimizer:");
    }
  }

  @Nested
  class Evaluation {

    @Test
    void isOnceForOneReader() {
      assertThatPlan(PlanShop.lines(orders, products))
          .evaluatesOnce(orders)
          .evaluatesOnce(products);
    }

    @Test
    void isOnceForReadersOfOneExchange() {
      Stage<Order> some = orders.filter(col(Order::quantity).gt(1));
      assertThatPlan(pairs(PlanShop.sold(some), PlanShop.sold(some))).evaluatesOnce(some);
    }

    @Test
    void isRepeatedForReadersThatShareNothing() {
      Stage<Sold> one = PlanShop.sold(orders.filter(col(Order::quantity).gt(1)));
      Stage<Sold> two = PlanShop.sold(orders.filter(col(Order::quantity).gt(2)));
      fails(() -> assertThatPlan(pairs(one, two)).evaluatesOnce(orders))
          .hasMessageContaining("expected the work of stage 'orders'")
          .hasMessageContaining("once, found it 2 times")
          .hasMessageContaining("source 'orders'");
    }

    @Test
    void isRepeatedForTheLastStepAfterAReusedExchange() {
      Stage<Sold> sold = PlanShop.sold(orders);
      assertThatPlan(pairs(sold, sold)).evaluatesOnce(orders);
      fails(() -> assertThatPlan(pairs(sold, sold)).evaluatesOnce(sold))
          .hasMessageContaining("once, found it 2 times")
          .hasMessageContaining("HashAggregate(keys=[productId]");
    }

    @Test
    void isOnceForReadersOfACache(SparkSession spark) {
      Stage<Sold> sold = PlanShop.sold(orders);
      Dataset<Row> kept = sold.toDataset(spark).cache();
      try {
        assertThatPlan(pairs(sold, sold)).evaluatesOnce(sold).scanOf(orders).isScannedOnce();
      } finally {
        kept.unpersist(true);
      }
    }

    @Test
    void isRepeatedForJoinsWithAReusedBroadcast() {
      Stage<Line> lines = PlanShop.lines(orders, products.broadcast());
      Stage<Line> even = lines.filter(col(Line::price).gt(3.0));
      Stage<Line> odd = lines.filter(col(Line::price).gt(4.0));
      fails(() -> assertThatPlan(even.union(odd)).evaluatesOnce(lines))
          .hasMessageContaining("→     BroadcastHashJoin");
    }

    @Test
    void isRepeatedWithoutAdaptiveExecutionToo(SparkSession spark) {
      spark.conf().set("spark.sql.adaptive.enabled", "false");
      Stage<Sold> sold = PlanShop.sold(orders);
      assertThatPlan(pairs(sold, sold)).evaluatesOnce(orders);
      fails(() -> assertThatPlan(pairs(sold, sold)).evaluatesOnce(sold))
          .hasMessageContaining("once, found it 2 times");
    }

    record Total(Long pieces) {}

    /** Makes one subquery of both aggregations, from Spark 4.2 on. */
    private static final String MERGE_SUBPLANS =
        "org.apache.spark.sql.catalyst.optimizer.MergeSubplans";

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void isRepeatedForAnAggregationWithoutKeys(String adaptive, SparkSession spark) {
      spark.conf().set("spark.sql.adaptive.enabled", adaptive);
      spark.conf().set("spark.sql.optimizer.excludedRules", MERGE_SUBPLANS);
      Stage<Total> total = orders.aggregate(row(Total::new).of(sum(Order::quantity)));
      Stage<Pair> pairs =
          total
              .crossJoin(total)
              .select((a, b) -> row(Pair::new)
                  .of(a.col(Total::pieces).orElse(0L), b.col(Total::pieces).orElse(0L)));
      fails(() -> assertThatPlan(pairs).evaluatesOnce(total))
          .hasMessageContaining("once, found it 2 times");
      assertThatPlan(pairs).evaluatesOnce(orders);
    }

    @Test
    void isNotRepeatedForASourceWhoseAggregationsSparkMakesOneSubquery() {
      Stage<Total> total = orders.aggregate(row(Total::new).of(sum(Order::quantity)));
      Stage<Pair> pairs =
          total
              .crossJoin(total)
              .select((a, b) -> row(Pair::new)
                  .of(a.col(Total::pieces).orElse(0L), b.col(Total::pieces).orElse(0L)));
      assertThatPlan(pairs).evaluatesOnce(orders);
    }

    private void isRepeatedAfterAReusedExchange(Stage<Product> shared) {
      Stage<Pair> pairs =
          shared
              .join(shared)
              .on(Product::productId).equalTo(Product::productId)
              .select((a, b) -> row(Pair::new).of(a.col(Product::productId),
                  b.col(Product::productId)));
      assertThatPlan(pairs).hasShuffles(1).scanOf(products).isScannedOnce();
      fails(() -> assertThatPlan(pairs).evaluatesOnce(shared))
          .hasMessageContaining("once, found it 2 times");
    }

    @Test
    void isRepeatedForAggregationsWithoutFunctions() {
      isRepeatedAfterAReusedExchange(products.dedupe(Product::productId));
    }

    @Test
    void isRepeatedForWindows() {
      isRepeatedAfterAReusedExchange(
          products.keepFirst(asc(Product::price)).per(Product::productId));
    }

    @Test
    void isRepeatedForASortMergeJoinOfReusedExchanges() {
      Stage<Line> lines = PlanShop.lines(orders, products);
      Stage<Pair> pairs =
          lines
              .join(lines)
              .on(Line::orderId).equalTo(Line::orderId)
              .select((a, b) -> row(Pair::new).of(a.col(Line::orderId), b.col(Line::orderId)));
      assertThatPlan(pairs).evaluatesOnce(lines).evaluatesOnce(orders);
      Stage<Line> more = lines.filter(col(Line::name).ne("product 3"));
      fails(() -> assertThatPlan(lines.union(more)).evaluatesOnce(lines))
          .hasMessageContaining("SortMergeJoin");
    }

    @Test
    void isNotOfAStageOfAnotherQuery() {
      fails(() -> assertThatPlan(PlanShop.sold(orders)).evaluatesOnce(products))
          .hasMessageContaining("is not a part of it");
    }

    @Test
    void isNotClaimedWhereTheStageIsLeftOut() {
      Stage<Order> none = orders.filter(col(Order::quantity).gt(1)).limit(0);
      fails(() -> assertThatPlan(PlanShop.sold(none)).evaluatesOnce(orders))
          .hasMessageContaining("an input is empty");
    }
  }

  record Pieces(int number) {}

  @Nested
  class SamePlan {

    @Test
    void isThatOfTheQueryWrittenByHand() {
      assertThatPlan(orders.filter(col(Order::quantity).gt(1)))
          .hasSamePlanAs(
              shop.ordersByHand()
                  .filter("pieces > 1")
                  .select("orderId", "productId", "pieces", "day"));
    }

    @Test
    void isNotThatOfAnotherQuery() {
      fails(
          () -> assertThatPlan(orders.filter(col(Order::quantity).gt(1)))
              .hasSamePlanAs(shop.ordersByHand().filter("pieces > 2")))
          .hasMessageContaining("expected the plan of the query written by hand")
          .hasMessageContaining("→ Filter (isnotnull(pieces) AND (pieces > 1))")
          .hasMessageContaining("→ Filter (isnotnull(pieces) AND (pieces > 2))");
    }

    @Test
    void isNotToldOfRowsInMemory(SparkKit kit, SparkSession spark) {
      Stage<Pieces> numbers = kit.rows(Pieces.class, new Pieces(5));
      fails(
          () -> assertThatPlan(numbers.filter(col(Pieces::number).gt(1)))
              .hasSamePlanAs(numbers.toDataset(spark).where("number > 0")))
          .hasMessageContaining("there is no plan to compare");
    }

    @Test
    void isNotToldOfRowsOfWhichNoneIsLeft() {
      Dataset<Row> none = shop.ordersByHand().filter("false");
      fails(() -> assertThatPlan(none).hasSamePlanAs(none))
          .hasMessageContaining("there is no plan to compare");
    }

    @Test
    void hasTheSameColumns() {
      fails(() -> assertThatPlan(orders).hasSamePlanAs(shop.ordersByHand().drop("day")))
          .hasMessageContaining(
              "expected the columns [orderId, productId, pieces], found [orderId, productId,"
                  + " pieces, day]");
    }

    @Test
    void runsNothing(SparkSession spark) {
      Dataset<Row> failing = spark.range(3).selectExpr("raise_error('ran') as e");
      assertThatCode(() -> assertThatPlan(failing).hasSamePlanAs(failing))
          .doesNotThrowAnyException();
    }
  }
}
