package dev.sluice.spark.compile;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.coalesce;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.lit;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.struct;
import static dev.sluice.Dsl.udf;
import static dev.sluice.Dsl.when;

import dev.sluice.Stage;
import dev.sluice.expr.LongExpr;
import dev.sluice.expr.Udf;
import dev.sluice.record.ColumnName;
import dev.sluice.spark.compile.ParquetShop.Customer;
import dev.sluice.spark.compile.ParquetShop.Order;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages that look at one row at a time are, once optimized, the queries written by hand. */
class RowPlansTest {

  record Line(long orderId, double gross, LocalDate day) {}

  record Tier(long orderId, String tier) {}

  record Parsed(long orderId, Integer number, double quantity) {}

  record Plain(String name, String city) {}

  record Renamed(
      @ColumnName("the order") long orderId, @ColumnName("of day") LocalDate orderDate) {}

  record Priced(long orderId, Integer quantity, LocalDate orderDate, double total) {}

  record Place(String city, Integer zip) {}

  record Placed(long customerId, Place place) {}

  record Shouted(long orderId, String status) {}

  record Usual(Double quantity) {}

  record Id(long orderId, String name, Long id) {}

  private static final Udf<String, String> SHOUT =
      udf("shout", String.class, String.class, s -> s + "!");

  @TempDir
  static Path directory;

  private static ParquetShop shop;

  @BeforeAll
  static void write() {
    shop = ParquetShop.in(directory);
    orders().createOrReplaceTempView("orders");
  }

  private static Dataset<Row> orders() {
    return shop.ordersByHand();
  }

  private static Dataset<Row> sql(String query) {
    return shop.spark().sql(query);
  }

  @Test
  void source() {
    shop.assertSamePlan(shop.orders(), orders());
  }

  @Test
  void filter() {
    shop.assertSamePlan(
        shop.orders().filter(col(Order::quantity).gt(1).and(col(Order::status).eq("paid"))),
        orders().filter("quantity > 1 and status = 'paid'"));
  }

  @Test
  void filterAfterFilter() {
    shop.assertSamePlan(
        shop.orders()
            .filter(col(Order::quantity).between(1, 5))
            .filter(col(Order::status).in("paid", "sent"))
            .filter(col(Order::discount).isNull()),
        orders()
            .filter(
                "quantity between 1 and 5 and status in ('paid', 'sent') and discount is null"));
  }

  @Test
  void select() {
    shop.assertSamePlan(
        shop.orders()
            .select(row(Line::new).of(
                col(Order::orderId),
                col(Order::quantity)
                    .orElse(0)
                    .times(lit(1.0).minus(col(Order::discount).orElse(0.0))),
                col(Order::orderDate).plusDays(1))),
        orders()
            .selectExpr(
                "orderId",
                "coalesce(quantity, 0) * (1D - coalesce(discount, 0D)) as gross",
                "date_add(orderDate, 1) as day"));
  }

  @Test
  void selectAfterSelect() {
    record Id(long id) {}
    shop.assertSamePlan(
        shop.orders()
            .select(row(Line::new).of(
                col(Order::orderId),
                col(Order::discount).orElse(0.0),
                col(Order::orderDate)))
            .filter(col(Line::gross).gt(0.1))
            .select(row(Id::new).of(col(Line::orderId))),
        orders().filter("coalesce(discount, 0D) > 0.1D").selectExpr("orderId as id"));
  }

  @Test
  void enrich() {
    shop.assertSamePlan(
        shop.orders()
            .enrich(Priced.class, set(Priced::total).to(col(Order::quantity).orElse(0).times(2.5))),
        orders()
            .selectExpr(
                "orderId", "quantity", "orderDate", "coalesce(quantity, 0) * 2.5D as total"));
  }

  @Test
  void columnNames() {
    shop.assertSamePlan(
        shop.customers()
            .filter(col(Customer::city).isNotNull())
            .select(row(Plain::new).of(col(Customer::name), col(Customer::city))),
        shop.customersByHand()
            .filter("`home.city` is not null")
            .selectExpr("`full name` as name", "`home.city` as city"));
  }

  @Test
  void columnNamesOfTheTarget() {
    shop.assertSamePlan(
        shop.orders().enrich(Renamed.class),
        orders().selectExpr("orderId as `the order`", "orderDate as `of day`"));
  }

  @Test
  void conditionalValue() {
    shop.assertSamePlan(
        shop.orders()
            .select(row(Tier::new).of(
                col(Order::orderId),
                when(col(Order::quantity).ge(10)).then("big")
                    .when(col(Order::quantity).ge(5)).then("middle")
                    .otherwise("small"))),
        orders()
            .selectExpr(
                "orderId",
                "case when quantity >= 10 then 'big' when quantity >= 5 then 'middle' else 'small'"
                    + " end as tier"));
  }

  @Test
  void coalescedValues() {
    shop.assertSamePlan(
        shop.orders()
            .select(row(Tier::new).of(
                col(Order::orderId),
                coalesce(col(Order::status).trim(), col(Order::orderDate).toText()))),
        orders()
            .selectExpr("orderId", "coalesce(trim(status), cast(orderDate as string)) as tier"));
  }

  @Test
  void castAndTryCast() {
    shop.assertSamePlan(
        shop.orders()
            .select(row(Parsed::new).of(
                col(Order::orderId),
                col(Order::status).tryToInt(),
                col(Order::quantity).orElse(0).toDouble())),
        orders()
            .selectExpr(
                "orderId",
                "try_cast(status as int) as number",
                "cast(coalesce(quantity, 0) as double) as quantity"));
  }

  @Test
  void nestedRecords() {
    shop.assertSamePlan(
        shop.customers()
            .select(row(Placed::new).of(
                col(Customer::customerId),
                struct(
                    row(Place::new).of(
                        col(Customer::city),
                        col(Customer::address).col(ParquetShop.Address::zip))))),
        shop.customersByHand()
            .selectExpr(
                "customerId", "named_struct('city', `home.city`, 'zip', address.zip) as place"));
  }

  @Test
  void filterOnANestedRecord() {
    shop.assertSamePlan(
        shop.customers().filter(col(Customer::address).col(ParquetShop.Address::zip).gt(50_000)),
        shop.customersByHand().filter("address.zip > 50000"));
  }

  /** A function of Java equals only itself, so the plans are compared as Spark prints them. */
  @Test
  void functionOfJava() {
    Stage<Shouted> stage =
        shop.orders()
            .filter(col(Order::quantity).gt(1))
            .select(row(Shouted::new).of(col(Order::orderId), SHOUT.call(col(Order::status))));
    var byHand =
        functions.udf(
            (org.apache.spark.sql.api.java.UDF1<String, String>) s -> s + "!",
            org.apache.spark.sql.types.DataTypes.StringType);
    PlanAssertions.assertSamePlanAsText(
        stage.toDataset(shop.spark()),
        orders()
            .filter("quantity > 1")
            .select(
                functions.col("orderId"),
                byHand.withName("shout").apply(functions.col("status")).as("status")));
  }

  @Test
  void sort() {
    shop.assertSamePlan(
        shop.orders().sort(desc(Order::orderDate), asc(Order::quantity).nullsLast()),
        orders()
            .sort(functions.col("orderDate").desc(), functions.col("quantity").asc_nulls_last()));
  }

  @Test
  void limit() {
    shop.assertSamePlan(
        shop.orders().sort(desc(Order::placedAt)).limit(2),
        orders().sort(functions.col("placedAt").desc()).limit(2));
  }

  @Test
  void sample() {
    shop.assertSamePlan(shop.orders().sample(0.5, 7), orders().sample(0.5, 7));
  }

  @Test
  void union() {
    Stage<Order> few = shop.orders().filter(col(Order::quantity).lt(2));
    shop.assertSamePlan(
        shop.orders().union(few, shop.orders()),
        orders().union(orders().filter("quantity < 2")).union(orders()));
  }

  @Test
  void rowsOfTwoStagesCompared() {
    Stage<Order> few = shop.orders().filter(col(Order::quantity).lt(2));
    Dataset<Row> fewByHand = orders().filter("quantity < 2");

    shop.assertSamePlan(shop.orders().intersect(few), orders().intersect(fewByHand));
    shop.assertSamePlan(shop.orders().intersectAll(few), orders().intersectAll(fewByHand));
    shop.assertSamePlan(shop.orders().except(few), orders().except(fewByHand));
    shop.assertSamePlan(shop.orders().exceptAll(few), orders().exceptAll(fewByHand));
  }

  @Test
  void oneRowBesideEach() {
    Stage<Usual> usual = shop.orders().aggregate(row(Usual::new).of(avg(Order::quantity)));

    shop.assertSamePlan(
        shop.orders().withOne(usual)
            .filter((o, u) -> o.col(Order::quantity).toDouble().gt(u.col(Usual::quantity))),
        sql("select * from orders where cast(quantity as double) > (select avg(quantity) from orders)"));
    shop.assertSamePlan(
        shop.orders().withOne(usual)
            .select((o, u) -> row(Usual::new).of(
                o.col(Order::discount).plus(u.col(Usual::quantity)))),
        sql(
            "select discount + (select avg(quantity) from orders) as quantity from orders"));
  }

  @Test
  void unpivot() {
    shop.assertSamePlan(
        shop.orders()
            .unpivot(Order::customerId, Order::productId)
            .select((o, name, id) -> row(Id::new).of(
                o.col(Order::orderId), name, LongExpr.of(id))),
        sql(
            "select orderId, name, id from orders"
                + " unpivot (id for name in (customerId, productId))"));
  }

  @Test
  void hintsOnSizes() {
    shop.assertSamePlan(shop.orders().rebalance(), orders().hint("rebalance"));
    shop.assertSamePlan(
        shop.orders().rebalanceBy(Order::customerId),
        orders().hint("rebalance", functions.col("customerId")));
  }

  @Test
  void partsByChance() {
    Dataset<Row>[] parts = orders().randomSplit(new double[]{3, 1}, 7);
    List<Stage<Order>> stages = shop.orders().randomSplit(7, 3, 1);

    shop.assertSamePlan(stages.get(0), parts[0]);
    shop.assertSamePlan(stages.get(1), parts[1]);
  }

  @Test
  void sampleOfEachKey() {
    shop.assertSamePlan(
        shop.orders().sampleBy(Order::status, Map.of("paid", 0.5, "new", 1.0), 7),
        orders()
            .filter(
                "rand(7L) < case when status = 'new' then 1D when status = 'paid' then 0.5D"
                    + " else 0D end"));
  }

  @Test
  void otherPartitions() {
    shop.assertSamePlan(shop.orders().repartition(3), orders().repartition(3));
    shop.assertSamePlan(
        shop.orders().repartitionBy(Order::customerId),
        orders().repartition(functions.col("customerId")));
    shop.assertSamePlan(shop.orders().coalesce(2), orders().coalesce(2));
  }

  @Test
  void distinct() {
    shop.assertSamePlan(
        shop.orders().enrich(Shouted.class).distinct(),
        orders().select("orderId", "status").distinct());
  }

  @Test
  void dedupe() {
    shop.assertSamePlan(
        shop.orders().dedupe(Order::customerId, Order::orderDate),
        orders().dropDuplicates("customerId", "orderDate"));
  }

  @Test
  void dedupeByAColumnOfAnotherName() {
    shop.assertSamePlan(
        shop.customers().dedupe(Customer::city),
        shop.customersByHand().dropDuplicates("home.city"));
  }

  @Test
  void keepFirst() {
    shop.assertSamePlan(
        shop.orders().keepFirst(desc(Order::placedAt)).per(Order::customerId),
        orders()
            .selectExpr(
                "*", "row_number() over (partition by customerId order by placedAt desc) as n")
            .filter("n = 1")
            .drop("n"));
  }

  @Test
  void keepSeveralPerComputedKey() {
    shop.assertSamePlan(
        shop.orders().keepFirst(2, desc(Order::placedAt)).per(col(Order::orderDate).year()),
        orders()
            .selectExpr(
                "*", "row_number() over (partition by year(orderDate) order by placedAt desc) as n")
            .filter("n <= 2")
            .drop("n"));
  }

  @Test
  void transform() {
    shop.assertSamePlan(
        shop.orders()
            .filter(col(Order::quantity).gt(1))
            .transform(
                "shout",
                Shouted.class,
                rows -> rows.withColumn("status", functions.upper(functions.col("status")))),
        orders().filter("quantity > 1").selectExpr("orderId", "upper(status) as status"));
  }

  @Test
  void sql() {
    shop.assertSamePlan(
        shop.orders()
            .filter(col(Order::quantity).gt(1))
            .sql("select orderId, upper(status) as status from {stage}", Shouted.class),
        orders().filter("quantity > 1").selectExpr("orderId", "upper(status) as status"));
  }
}
