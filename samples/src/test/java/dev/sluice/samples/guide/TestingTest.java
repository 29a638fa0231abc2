package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.Records.with;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatSchema;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.RunReport;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

// @formatter:off: set by hand, as the guide shows it
@SparkTest
class TestingTest {

  // #region records
  record Order(long orderId, Integer quantity, String note) {}
  record Daily(LocalDate day, double revenue, long orders) {}
  // #endregion

  private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  private static final LocalDate MAY_2 = LocalDate.of(2026, 5, 2);
  private static final LocalDate MAY_3 = LocalDate.of(2026, 5, 3);

  private static void shows(String name, Executable assertion) throws IOException {
    AssertionError failure = assertThrows(AssertionError.class, assertion);
    Output.in("docs/guide/test-assertions.md", name).shows(failure.getMessage());
  }

  private static Stage<Order> twoOrders(SparkKit kit) {
    return kit.rows(Order.class, new Order(1, 2, "pen"), new Order(2, 0, "ink"))
        .filter(col(Order::orderId).gt(0));
  }

  private static Stage<Daily> daily(SparkKit kit) {
    return kit.rows(Daily.class, new Daily(MAY_1, 10.004, 3), new Daily(MAY_2, 7.5, 2))
        .sort(asc(Daily::day));
  }

  @Test
  void inputs(SparkKit kit, SparkSession spark) {
    // #region inputs
    Stage<Order> rows = kit.rows(Order.class, new Order(1, 2, "pen"), new Order(2, null, "ink"));
    CheckedStage<Order> csv = kit.csv(Order.class, """
        orderId,quantity,note
        1,2,pen
        2,,"ink, blue"
        """);
    CheckedStage<Order> json = kit.json(Order.class, """
        {"orderId": 1, "quantity": 2, "note": "pen"}
        """);
    Stage<Order> other = kit.source(kit.csvFile(Order.class, "1;2;pen").separator(";"));
    // #endregion
    assertThat(csv).hasRows(new Order(1, 2, "pen"), new Order(2, null, "ink, blue"));
    assertThat(rows).hasCount(2);
    assertThat(json).hasSameRowsAs(other);
  }

  @Test
  void samples() {
    // #region samples
    Order sample = new Order(1, 2, "pen");
    Order free = with(sample).set(Order::quantity).to(0).build();
    Order unknown = with(sample).set(Order::orderId).to(9L).set(Order::note).to(null).build();
    // #endregion
    org.assertj.core.api.Assertions.assertThat(List.of(free, unknown))
        .containsExactly(new Order(1, 0, "pen"), new Order(9, 2, null));
  }

  @Test
  void hasRows(SparkKit kit) throws IOException {
    Stage<Order> orders = twoOrders(kit);
    shows("has-rows", () -> {
        // #region has-rows
        assertThat(orders).hasRows(new Order(2, 1, "ink"), new Order(1, 2, "pen"));
        // #endregion
    });
  }

  @Test
  void keyedBy(SparkKit kit) throws IOException {
    Stage<Daily> daily = daily(kit);
    shows("keyed-by", () -> {
        // #region keyed-by
        assertThat(daily)
            .as("sales of May")
            .keyedBy(Daily::day)
            .comparing(Daily::revenue).within(0.01)
            .hasRows(new Daily(MAY_1, 10.0, 4), new Daily(MAY_3, 7.5, 2));
        // #endregion
    });
  }

  @Test
  void inOrder(SparkKit kit) throws IOException {
    Stage<Daily> daily = daily(kit);
    shows("in-order", () -> {
        // #region in-order
        assertThat(daily).inOrder().hasRows(new Daily(MAY_2, 7.5, 2), new Daily(MAY_1, 10.004, 3));
        // #endregion
    });
  }

  @Test
  void containsRows(SparkKit kit) throws IOException {
    Stage<Order> orders = twoOrders(kit);
    shows("contains-rows", () -> {
        // #region contains-rows
        assertThat(orders).containsRows(new Order(1, 2, "pen"), new Order(1, 2, "pen"));
        // #endregion
    });
    shows("does-not-contain-rows", () -> {
        // #region does-not-contain-rows
        assertThat(orders).doesNotContainRows(new Order(2, 0, "ink"));
        // #endregion
    });
    shows("has-count", () -> {
        // #region has-count
        assertThat(orders).hasCount(3);
        // #endregion
    });
  }

  @Test
  void rejects(SparkKit kit) throws IOException {
    Stage<Order> orders = twoOrders(kit);
    // #region rejects
    CheckedStage<Order> valid = orders.clean("valid orders", c -> c
        .require("positive quantity", col(Order::quantity).gt(0))
        .require("short note", col(Order::note).length().lt(3)));

    assertThat(valid)
        .isEmpty()
        .rejects(new Order(1, 2, "pen")).because("short note")
        .rejects(new Order(2, 0, "ink")).because("positive quantity", "short note")
        .hasRejectedCount(2);
    // #endregion
    shows("rejects", () -> {
        // #region rejects-wrong
        assertThat(valid).rejects(new Order(2, 0, "ink")).because("short note");
        // #endregion
    });
  }

  @Test
  void reports(SparkKit kit, SparkSession spark) throws IOException {
    Stage<Order> orders = twoOrders(kit);
    orders
        .clean("valid orders", c -> c.require("positive quantity", col(Order::quantity).gt(0)))
        .sink("good", InMemory.sink(Order.class));
    var pipeline = kit.pipeline();
    // #region reports
    RunReport report = pipeline.run(spark);

    assertThat(report)
        .succeeded()
        .acceptedRows("valid orders", 1)
        .rejectedRows("valid orders", "positive quantity", 1)
        .wroteRows("good", 1)
        .isConserved();
    // #endregion
    AssertionError failure =
        assertThrows(AssertionError.class, () -> {
            // #region reports-wrong
            assertThat(report).wroteRows("good", 2);
            // #endregion
        });
    Output.in("docs/guide/test-assertions.md", "reports")
        .shows(failure.getMessage().lines().findFirst().orElseThrow());
  }

  @Test
  void schemas(SparkSession spark) throws IOException {
    // #region schemas
    Dataset<Row> orders = spark.sql("select 1L orderId, '2' quantity, 3 price");
    // #endregion
    shows("schemas", () -> {
        // #region schemas-wrong
        assertThatSchema(orders).ignoringNullability().isOf(Order.class);
        // #endregion
    });
  }
}
// @formatter:on
