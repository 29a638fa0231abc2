package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static org.apache.spark.sql.functions.broadcast;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.JoinOn;
import dev.sluice.Joining2;
import dev.sluice.Stage;
import dev.sluice.expr.Joined2;
import dev.sluice.expr.Projection;
import dev.sluice.expr.Side;
import dev.sluice.spark.compile.ParquetShop.Customer;
import dev.sluice.spark.compile.ParquetShop.Order;
import dev.sluice.spark.compile.ParquetShop.Product;
import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joins are, once optimized, the joins written by hand. */
@Tag("smoke")
class JoinPlansTest {

  record Line(Long orderId, String productName, Double price) {}

  record Wide(Long orderId, String productName, String customer) {}

  record Pair(long first, long second) {}

  @TempDir
  static Path directory;

  private static ParquetShop shop;

  @BeforeAll
  static void write() {
    shop = ParquetShop.in(directory);
    shop.ordersByHand().createOrReplaceTempView("orders");
    shop.productsByHand().createOrReplaceTempView("products");
    shop.customersByHand().createOrReplaceTempView("customers");
  }

  private static Dataset<Row> orders() {
    return shop.ordersByHand().as("o");
  }

  private static Dataset<Row> products() {
    return shop.productsByHand().as("p");
  }

  private static Dataset<Row> sql(String query) {
    return shop.spark().sql(query);
  }

  private static Column c(String name) {
    return functions.col(name);
  }

  private static Column sameProduct() {
    return c("o.productId").equalTo(c("p.productId"));
  }

  private static Stage<Line> lines(JoinOn<Order, Product, Joining2<Order, Product>> join) {
    return join.on(Order::productId).equalTo(Product::productId).select(JoinPlansTest::line);
  }

  private static Projection<Joined2<Order, Product>, Line> line(
      Side<Joined2<Order, Product>, Order> o, Side<Joined2<Order, Product>, Product> p) {
    return row(Line::new)
        .of(o.col(Order::orderId), p.col(Product::productName), p.col(Product::price));
  }

  private static void assertLines(Stage<Line> lines, String kind) {
    shop.assertSamePlan(
        lines,
        orders()
            .join(products(), sameProduct(), kind)
            .select("o.orderId", "p.productName", "p.price"));
  }

  @Test
  void innerJoin() {
    assertLines(lines(shop.orders().join(shop.products())), "inner");
  }

  @Test
  void leftJoin() {
    assertLines(lines(shop.orders().leftJoin(shop.products())), "left");
  }

  @Test
  void rightJoin() {
    assertLines(lines(shop.orders().rightJoin(shop.products())), "right");
  }

  @Test
  void fullJoin() {
    assertLines(lines(shop.orders().fullJoin(shop.products())), "full");
  }

  @Test
  void semiJoin() {
    shop.assertSamePlan(
        shop.orders()
            .semiJoin(shop.products())
            .on(Order::productId).equalTo(Product::productId),
        sql("select * from orders where productId in (select productId from products)"));
    shop.assertSamePlan(
        shop.orders()
            .semiJoin(shop.orders())
            .on(Order::productId).equalTo(Order::productId)
            .and(Order::orderDate).equalTo(Order::orderDate),
        sql(
            "select * from orders"
                + " where (productId, orderDate) in (select productId, orderDate from orders)"));
  }

  @Test
  void semiJoinOnMoreThanKeys() {
    shop.assertSamePlan(
        shop.orders()
            .semiJoin(shop.products())
            .on(Order::productId).equalTo(Product::productId)
            .where((o, p) -> p.col(Product::price).gt(o.col(Order::discount))),
        orders()
            .join(
                products(), sameProduct().and(c("p.price").gt(c("o.discount"))), "left_semi"));
  }

  /** What is counted while it passes would be counted twice. */
  @Test
  void semiJoinReducesBothSidesOfALaterJoinUnlessItsRowsAreCounted() {
    Stage<Product> counted =
        shop.products().clean("priced", c -> c.require("price", col(Product::price).gt(0.0)));

    assertThat(semiJoins(shop.products())).isEqualTo(2);
    assertThat(semiJoins(counted)).isEqualTo(1);
  }

  private static long semiJoins(Stage<Product> products) {
    Stage<Pair> pairs =
        shop.orders()
            .semiJoin(products).on(Order::productId).equalTo(Product::productId)
            .join(shop.orders()).on(Order::productId).equalTo(Order::productId)
            .select((a, b) -> row(Pair::new).of(a.col(Order::orderId), b.col(Order::orderId)));
    return PlanAssertions.optimized(pairs.toDataset(shop.spark())).toString()
        .lines()
        .filter(line -> line.contains("Join LeftSemi"))
        .count();
  }

  @Test
  void hintsOnJoins() {
    assertLinesOf(
        lines(shop.orders().join(shop.products().sortMerge())),
        orders().join(shop.productsByHand().hint("merge").as("p"), sameProduct()));
    assertLinesOf(
        lines(shop.orders().join(shop.products().shuffleHash())),
        orders().join(shop.productsByHand().hint("shuffle_hash").as("p"), sameProduct()));
    assertThat(
        PlanAssertions.optimized(
            lines(shop.orders().join(shop.products().shuffleHash())).toDataset(shop.spark())))
        .asString()
        .contains("rightHint=(strategy=shuffle_hash)");
  }

  /** As much work as one sort by key and time: no row is compared with all of its key. */
  @Test
  void latestRowSoFar() {
    Stage<Pair> latest =
        shop.orders()
            .asOfJoin(shop.orders())
            .on(Order::customerId).equalTo(Order::customerId)
            .atOrBefore(Order::placedAt, Order::placedAt)
            .select((a, b) -> row(Pair::new).of(a.col(Order::orderId), b.col(Order::orderId)));
    Dataset<Row> rows = latest.toDataset(shop.spark());

    assertThat(PlanAssertions.optimized(rows)).asString()
        .contains("Window")
        .doesNotContain("Join");
    assertThat(PlanAssertions.scans(rows))
        .extracting(PlanAssertions.Scan::schema)
        .containsOnly("struct<orderId:bigint,customerId:bigint,placedAt:timestamp>");
  }

  @Test
  void antiJoin() {
    shop.assertSamePlan(
        shop.orders()
            .antiJoin(shop.products())
            .on(Order::productId).equalTo(Product::productId)
            .where((o, p) -> p.col(Product::price).gt(2.0)),
        orders().join(products(), sameProduct().and(c("p.price").gt(2.0)), "left_anti"));
  }

  @Test
  void crossJoin() {
    shop.assertSamePlan(
        shop.orders().crossJoin(shop.products()).select(JoinPlansTest::line),
        orders().crossJoin(products()).select("o.orderId", "p.productName", "p.price"));
  }

  @Test
  void broadcastJoin() {
    assertLinesOf(
        lines(shop.orders().join(shop.products().broadcast())),
        orders().join(broadcast(shop.productsByHand()).as("p"), sameProduct()));
  }

  private static void assertLinesOf(Stage<Line> lines, Dataset<Row> joined) {
    shop.assertSamePlan(lines, joined.select("o.orderId", "p.productName", "p.price"));
  }

  @Test
  void joinOnACondition() {
    assertLinesOf(
        shop.orders()
            .join(shop.products())
            .where(
                (o, p) -> o.col(Order::productId)
                    .eq(p.col(Product::productId))
                    .and(o.col(Order::quantity).toDouble().gt(p.col(Product::price))))
            .select(JoinPlansTest::line),
        orders()
            .join(products(), sameProduct().and(c("o.quantity").cast("double").gt(c("p.price")))));
  }

  @Test
  void joinOnAComputedKey() {
    assertLinesOf(
        shop.orders()
            .join(shop.products())
            .on(col(Order::productId).plus(1L)).equalTo(Product::productId)
            .select(JoinPlansTest::line),
        orders().join(products(), c("o.productId").plus(1L).equalTo(c("p.productId"))));
  }

  @Test
  void joinAfterFilters() {
    assertLinesOf(
        lines(
            shop.orders()
                .filter(col(Order::quantity).gt(1))
                .join(shop.products().filter(col(Product::category).eq("office")))),
        shop.ordersByHand()
            .filter("quantity > 1")
            .as("o")
            .join(shop.productsByHand().filter("category = 'office'").as("p"), sameProduct()));
  }

  @Test
  void selfJoinOnSeveralKeys() {
    shop.assertSamePlan(
        shop.orders()
            .join(shop.orders())
            .on(Order::customerId).equalTo(Order::customerId)
            .and(Order::orderDate).equalTo(Order::orderDate)
            .where((a, b) -> a.col(Order::orderId).lt(b.col(Order::orderId)))
            .select((a, b) -> row(Pair::new).of(a.col(Order::orderId), b.col(Order::orderId))),
        shop.ordersByHand()
            .as("a")
            .join(
                shop.ordersByHand().as("b"),
                c("a.customerId")
                    .equalTo(c("b.customerId"))
                    .and(c("a.orderDate").equalTo(c("b.orderDate")))
                    .and(c("a.orderId").lt(c("b.orderId"))))
            .select(c("a.orderId").as("first"), c("b.orderId").as("second")));
  }

  @Test
  void selfJoinOfOneStage() {
    Stage<Order> orders = shop.orders().filter(col(Order::quantity).gt(0));
    Dataset<Row> byHand = shop.ordersByHand().filter("quantity > 0");
    shop.assertSamePlan(
        orders
            .join(orders)
            .on(Order::customerId).equalTo(Order::customerId)
            .select((a, b) -> row(Pair::new).of(a.col(Order::orderId), b.col(Order::orderId))),
        byHand
            .as("a")
            .join(byHand.as("b"), c("a.customerId").equalTo(c("b.customerId")))
            .select(c("a.orderId").as("first"), c("b.orderId").as("second")));
  }

  @Test
  void semiAndAntiJoinsWithinAChain() {
    shop.assertSamePlan(
        shop.orders()
            .join(shop.products())
            .on(Order::productId).equalTo(Product::productId)
            .semiJoin(shop.customers())
            .on(Order::customerId).equalTo(Customer::customerId)
            .antiJoin(shop.orders())
            .where((o, p, other) -> other.col(Order::orderId).eq(p.col(Product::productId)))
            .select(JoinPlansTest::line),
        orders()
            .join(products(), sameProduct())
            .filter("o.customerId in (select customerId from customers)")
            .join(
                shop.ordersByHand().as("x"),
                c("x.orderId").equalTo(c("p.productId")),
                "left_anti")
            .select("o.orderId", "p.productName", "p.price"));
  }

  @Test
  void filterBehindAnOuterJoin() {
    assertLinesOf(
        shop.orders()
            .leftJoin(shop.products())
            .on(Order::productId).equalTo(Product::productId)
            .filter((o, p) -> p.col(Product::price).isNull())
            .select(JoinPlansTest::line),
        orders().join(products(), sameProduct(), "left").filter(c("p.price").isNull()));
  }

  @Test
  void mappingByName() {
    assertLinesOf(
        shop.orders()
            .join(shop.products())
            .on(Order::productId).equalTo(Product::productId)
            .enrich(Line.class),
        orders().join(products(), sameProduct()));
  }

  @Test
  void chainOfThreeStages() {
    shop.assertSamePlan(
        shop.orders()
            .join(shop.products())
            .on(Order::productId).equalTo(Product::productId)
            .leftJoin(shop.customers())
            .on((o, p) -> o.col(Order::customerId)).equalTo(Customer::customerId)
            .select((o, p, k) -> row(Wide::new).of(
                o.col(Order::orderId), p.col(Product::productName), k.col(Customer::name))),
        orders()
            .join(products(), sameProduct())
            .join(
                shop.customersByHand().as("k"),
                c("o.customerId").equalTo(c("k.customerId")),
                "left")
            .select(c("o.orderId"), c("p.productName"), c("k.`full name`").as("customer")));
  }
}
