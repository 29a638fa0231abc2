package dev.sluice.testkit.plan;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.testkit.SluiceAssertions.assertThatPlan;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.Datasets;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkProfile;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.plan.PlanShop.Line;
import dev.sluice.testkit.plan.PlanShop.Order;
import dev.sluice.testkit.plan.PlanShop.Pair;
import dev.sluice.testkit.plan.PlanShop.Product;
import dev.sluice.testkit.plan.PlanShop.Sold;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source is given and how often it is read. */
@SparkTest(profile = SparkProfile.FAST)
@Tag("smoke")
class ScanAssertTest {

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

  @Test
  void getsAFilter() {
    Stage<Order> some = orders.filter(col(Order::quantity).gt(1).and(col(Order::productId).lt(9L)));
    assertThatPlan(PlanShop.sold(some))
        .scanOf(orders)
        .pushesDown(col(Order::quantity).gt(1))
        .pushesDown(col(Order::productId).lt(9L));
  }

  @Test
  void doesNotGetAnotherFilter() {
    Stage<Order> some = orders.filter(col(Order::quantity).gt(1));
    fails(() -> assertThatPlan(some).scanOf(orders).pushesDown(col(Order::quantity).gt(2)))
        .hasMessageContaining(
            "expected the filters [IsNotNull(pieces), GreaterThan(pieces,2)] at source 'orders'")
        .hasMessageContaining("found [IsNotNull(pieces), GreaterThan(pieces,1)]")
        .hasMessageContaining("→   Scan parquet");
  }

  @Test
  void doesNotGetAFilterOfAnotherSource() {
    Stage<Line> lines = PlanShop.lines(orders, products.filter(col(Product::productId).lt(9L)));
    assertThatPlan(lines).scanOf(products).pushesDown(col(Product::productId).lt(9L));
    // an equal key gets the same filter, another column does not
    assertThatPlan(lines).scanOf(orders).pushesDown(col(Order::productId).lt(9L));
    fails(() -> assertThatPlan(lines).scanOf(orders).pushesDown(col(Order::orderId).lt(9L)))
        .hasMessageContaining("expected the filters");
  }

  @Test
  void getsAFilterOnADirectory() {
    Stage<Order> day = orders.filter(col(Order::day).eq("day 1"));
    assertThatPlan(day).scanOf(orders).pushesDown(col(Order::day).eq("day 1"));
    fails(() -> assertThatPlan(day).scanOf(orders).pushesDown(col(Order::day).eq("day 2")))
        .hasMessageContaining("EqualTo(day,day 2)");
  }

  @Test
  void doesNotGetWhatSparkCannotGive() {
    Stage<Order> some = orders.filter(col(Order::quantity).abs().gt(1));
    fails(() -> assertThatPlan(some).scanOf(orders).pushesDown(col(Order::quantity).abs().gt(1)))
        .hasMessageContaining("Spark cannot give this condition to source 'orders'")
        .hasMessageContaining("it keeps [(abs(pieces) > 1)]");
  }

  @Test
  void doesNotGetWhatASettingTurnsOff(SparkSession spark) {
    spark.conf().set("spark.sql.parquet.filterPushdown", "false");
    Stage<Order> some = orders.filter(col(Order::quantity).gt(1));
    fails(() -> assertThatPlan(some).scanOf(orders).pushesDown(col(Order::quantity).gt(1)))
        .hasMessageContaining("Spark cannot give this condition");
  }

  @Test
  void getsAFilterInEachReading() {
    Stage<Order> some = orders.filter(col(Order::quantity).gt(1));
    fails(
        () -> assertThatPlan(some.union(orders))
            .scanOf(orders)
            .pushesDown(col(Order::quantity).gt(1)))
        .hasMessageContaining("found []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orc", "parquet"})
  void getsAFilterInOtherFormats(String format, SparkKit kit) {
    kit.rows(Product.class, new Product(1, "pen", 1.5))
        .toDataset(kit.spark())
        .write()
        .format(format)
        .save(kit.path(format));
    Stage<Product> source =
        kit.pipeline()
            .source(
                format,
                format.equals("orc")
                    ? Files.orc(Product.class, kit.path(format))
                    : Files.parquet(Product.class, kit.path(format)));
    assertThatPlan(source.filter(col(Product::price).gt(1.0)))
        .scanOf(source)
        .pushesDown(col(Product::price).gt(1.0))
        .readsColumns(Product::productId, Product::name, Product::price);
  }

  @Test
  void readsColumns() {
    assertThatPlan(PlanShop.sold(orders))
        .scanOf(orders)
        .readsColumns(Order::productId, Order::quantity);
  }

  @Test
  void doesNotReadOtherColumns() {
    fails(() -> assertThatPlan(PlanShop.sold(orders)).scanOf(orders).readsColumns(Order::quantity))
        .hasMessageContaining("to read the columns [pieces], found [pieces, productId]");
    fails(
        () -> assertThatPlan(PlanShop.sold(orders))
            .scanOf(orders)
            .readsColumns(Order::quantity, Order::productId, Order::orderId))
        .hasMessageContaining("[orderId, pieces, productId], found [pieces, productId]");
  }

  @Test
  void isReadOnce() {
    assertThatPlan(PlanShop.lines(orders, products))
        .scanOf(orders)
        .isScannedOnce()
        .and()
        .scanOf(products)
        .isScannedOnce();
  }

  @Test
  void isReadAsOftenAsSaid() {
    Stage<Order> some = orders.filter(col(Order::quantity).gt(1));
    assertThatPlan(some.union(orders)).scanOf(orders).isScanned(2);
    fails(() -> assertThatPlan(some.union(orders)).scanOf(orders).isScannedOnce())
        .hasMessageContaining("to be read once, found 2 times");
    fails(() -> assertThatPlan(some).scanOf(orders).isScanned(2))
        .hasMessageContaining("to be read 2 times, found once");
  }

  @Test
  void isReadOnceForAReusedExchange() {
    Stage<Sold> sold = PlanShop.sold(orders);
    Stage<Pair> pairs =
        sold.join(sold)
            .on(Sold::productId).equalTo(Sold::productId)
            .select((a, b) -> row(Pair::new).of(a.col(Sold::productId), b.col(Sold::productId)));
    assertThatPlan(pairs).scanOf(orders).isScannedOnce();
  }

  @Test
  void isNoTextWhereFiltersAreGiven(SparkKit kit) {
    Stage<Product> csv = kit.csv(Product.class, "productId,name,price\n1,pen,2.0");
    Stage<Product> some = csv.filter(col(Product::price).gt(1.0));
    fails(() -> assertThatPlan(some).scanOf(csv).pushesDown(col(Product::price).gt(1.0)))
        .hasMessageContaining("nothing pushes filters down to source 'Product'")
        .hasMessageContaining("Sluice parses every line of a text whole");
    fails(() -> assertThatPlan(some).scanOf(csv).readsColumns(Product::price))
        .hasMessageContaining("nothing reads single columns of source 'Product'");
    assertThatPlan(some).scanOf(csv).isScannedOnce();
  }

  @Test
  void isNoRowsInMemoryWhereFiltersAreGiven(SparkKit kit) {
    Stage<Product> rows = kit.rows(Product.class, List.of(new Product(1, "pen", 2.0)));
    Stage<Product> some = rows.filter(col(Product::price).gt(1.0));
    fails(() -> assertThatPlan(some).scanOf(rows).pushesDown(col(Product::price).gt(1.0)))
        .hasMessageContaining("source 'Product'")
        .hasMessageContaining("does not say which filters it is given");
    fails(() -> assertThatPlan(some).scanOf(rows).readsColumns(Product::price))
        .hasMessageContaining("does not say which columns it reads");
  }

  @Test
  void isASource() {
    Stage<Order> some = orders.filter(col(Order::quantity).gt(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThatPlan(some).scanOf(some))
        .withMessageContaining("is not a source");
  }

  @Test
  void isASourceOfTheQuery() {
    fails(() -> assertThatPlan(orders).scanOf(products))
        .hasMessageContaining("stage 'products'")
        .hasMessageContaining("is not a part of it");
  }

  @Test
  void isASourceThatIsRead() {
    Stage<Order> none = orders.limit(0);
    fails(() -> assertThatPlan(none).scanOf(orders).pushesDown(col(Order::quantity).gt(1)))
        .hasMessageContaining("source 'orders'")
        .hasMessageContaining("is not read in the plan that ran");
  }

  @Test
  void doesNotGetAConditionOfWhichItGetsAPart() {
    BoolExpr<Order> both = col(Order::quantity).gt(1).and(col(Order::quantity).abs().gt(1));
    fails(() -> assertThatPlan(orders.filter(both)).scanOf(orders).pushesDown(both))
        .hasMessageContaining("it keeps [(abs(pieces) > 1)]");
  }

  @Test
  void doesNotGetAFilterAfterALimit() {
    Stage<Order> some = orders.limit(100).filter(col(Order::quantity).gt(1));
    fails(() -> assertThatPlan(some).scanOf(orders).pushesDown(col(Order::quantity).gt(1)))
        .hasMessageContaining("found []");
  }

  @Test
  void getsAFilterAfterACleanStage() {
    Stage<Order> some =
        orders
            .clean("valid", c -> c.require("positive", col(Order::quantity).gt(0)))
            .filter(col(Order::orderId).gt(3L));
    assertThatPlan(some)
        .scanOf(orders)
        .pushesDown(col(Order::quantity).gt(0))
        .pushesDown(col(Order::orderId).gt(3L));
  }

  @Test
  void getsAFilterThroughTheNewInterfaceOfSources(SparkSession spark) {
    spark.conf().set("spark.sql.sources.useV1SourceList", "");
    Stage<Sold> sold = PlanShop.sold(orders.filter(col(Order::quantity).gt(1)));
    assertThatPlan(sold)
        .scanOf(orders)
        .pushesDown(col(Order::quantity).gt(1))
        .readsColumns(Order::productId, Order::quantity)
        .isScannedOnce();
    fails(() -> assertThatPlan(sold).scanOf(orders).pushesDown(col(Order::quantity).gt(2)))
        .hasMessageContaining("expected the filters");
    fails(() -> assertThatPlan(sold).scanOf(orders).readsColumns(Order::quantity))
        .hasMessageContaining("found [pieces, productId]");
  }

  @Test
  void isReadAgainInASubquery() {
    Stage<Order> some =
        orders.sql(
            "select * from {stage} where pieces > (select avg(pieces) from {stage})", Order.class);
    assertThatPlan(some).scanOf(orders).isScanned(2);
  }

  @Test
  void isNotGuessedWhereTheOptimizerCopiesAPartOfTheQuery() {
    Stage<Order> some =
        orders.sql(
            "with c as (select * from {stage} where pieces > 2)"
                + " select a.* from c a join c b on a.orderId = b.productId",
            Order.class);
    fails(() -> assertThatPlan(some).scanOf(orders))
        .hasMessageContaining("it has rows that cannot be traced to a source")
        .hasMessageContaining("→           Scan parquet");
  }

  @Test
  void isReadOnceWhereAJoinSkipsDirectories(SparkKit kit) {
    Stage<Day> days =
        kit.rows(Day.class, new Day("day 1", true), new Day("day 2", false))
            .filter(col(Day::open).eq(true));
    Stage<Order> open = orders.semiJoin(days.broadcast()).on(Order::day).equalTo(Day::day);
    assertThatPlan(open).broadcasts(days).scanOf(orders).isScannedOnce();
  }

  @Test
  void getsAFilterThroughTheOldInterfaceOfSources(SparkKit kit, SparkSession spark) {
    Stage<Number> numbers =
        kit.source(
            Datasets.of(Number.class, spark.read().format(NumbersSource.class.getName()).load()));
    Stage<Number> some = numbers.filter(col(Number::id).gt(3L));
    assertThatPlan(some)
        .scanOf(numbers)
        .pushesDown(col(Number::id).gt(3L))
        .readsColumns(Number::id, Number::half);
    fails(() -> assertThatPlan(some).scanOf(numbers).pushesDown(col(Number::id).gt(4L)))
        .hasMessageContaining("GreaterThan(id,4)");
  }

  record Number(Long id, Double half) {}

  record Day(String day, boolean open) {}
}
