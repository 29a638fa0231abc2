package dev.sluice.spark.compile;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.io.file.Files;
import dev.sluice.spark.rows.RecordRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to nested records is, once optimized, the query written by hand. */
class ExplodePlansTest {

  record Item(String sku, int pieces, double price) {}

  record Place(String city, String street) {}

  record Order(
      long id, double rate, String note, List<Item> items, Map<String, Integer> sizes,
      Place place) {}

  record Line(long id, String sku, double price) {}

  record Numbered(long id, Integer at, String sku) {}

  record Size(String name, Integer size) {}

  record Prices(List<Double> prices) {}

  record Moved(Place place) {}

  @TempDir
  static Path directory;

  private static SparkSession spark;

  @BeforeAll
  static void write() {
    spark = TestSpark.session();
    RecordRows.dataset(
        spark,
        List.of(
            new Order(
                1, 2.0, "n", List.of(new Item("a", 1, 1.5)), Map.of("s", 1),
                new Place("Bonn", "Hill"))),
        Order.class)
        .write().parquet(directory.resolve("orders").toString());
  }

  private static Stage<Order> orders() {
    return Pipeline.named("shop")
        .source("orders", Files.parquet(Order.class, directory.resolve("orders").toString()));
  }

  private static Dataset<Row> byHand() {
    return spark.read().parquet(directory.resolve("orders").toString());
  }

  private static void assertSamePlan(Stage<?> stage, Dataset<Row> byHand) {
    var one = PlanAssertions.optimized(stage.toDataset(spark));
    var other = PlanAssertions.optimized(byHand);
    assertThat(one.sameResult(other)).as("%s%n%s", one, other).isTrue();
  }

  @Test
  void explodedRecordsReadOnlyTheColumnsThatAreUsed() {
    Stage<Line> lines =
        orders()
            .explode(Order::items)
            .select((o, i) -> row(Line::new).of(
                o.col(Order::id), i.col(Item::sku), i.col(Item::price).times(o.col(Order::rate))));

    assertSamePlan(
        lines,
        byHand()
            .selectExpr("id", "rate", "explode(items) as i")
            .filter("i is not null")
            .selectExpr("id", "i.sku as sku", "i.price * rate as price"));
    assertThat(lines.toDataset(spark).queryExecution().executedPlan().toString())
        .doesNotContain("note")
        .doesNotContain("sizes")
        .doesNotContain("place");
  }

  @Test
  void positionsAndRowsWithoutElements() {
    assertSamePlan(
        orders()
            .explode(Order::items)
            .keepEmpty()
            .select((o, i, at) -> row(Numbered::new).of(o.col(Order::id), at, i.col(Item::sku))),
        byHand()
            .selectExpr("id", "posexplode_outer(items) as (at, i)")
            .selectExpr("id", "at", "i.sku as sku"));
  }

  @Test
  void entriesOfAMap() {
    assertSamePlan(
        orders()
            .explode(Order::sizes)
            .select((o, name, size) -> row(Size::new).of(StrExpr.of(name), IntExpr.of(size))),
        byHand().selectExpr("explode(sizes) as (name, size)"));
  }

  @Test
  void aLambdaOnRecordsUsesColumnsOfTheRow() {
    assertSamePlan(
        orders()
            .select(row(Prices::new).of(
                col(Order::items)
                    .filter(i -> i.col(Item::pieces).gt(0))
                    .transform(i -> i.col(Item::price).times(col(Order::rate))))),
        byHand()
            .select(
                functions.transform(
                    functions.filter(
                        functions.col("items"), i -> i.getField("pieces").gt(0)),
                    i -> i.getField("price").multiply(functions.col("rate")))
                    .as("prices")));
  }

  @Test
  void aNestedRecordWithAnotherValue() {
    assertSamePlan(
        orders()
            .select(row(Moved::new).of(
                col(Order::place).with(set(Place::city).to(col(Order::note).upper())))),
        byHand()
            .select(
                functions.col("place")
                    .withField("city", functions.upper(functions.col("note")))
                    .as("place")));
  }
}
