package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatDescription;
import static dev.sluice.testkit.SluiceAssertions.assertThatText;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

// @formatter:off: set by hand, as the guide shows it
@SparkTest
class GoldenFilesTest {

  record Order(long orderId, Integer quantity, String note) {}

  private static final String PAGE = "docs/guide/test-assertions.md";

  private static Pipeline shop(SparkKit kit, int most) {
    Pipeline pipeline = Pipeline.named("shop");
    pipeline
        .source("orders", kit.csvFile(Order.class, """
            1,2,pen
            1,2,pen
            2,0,ink
            3,x,ink
            4,9,ink
            """))
        .clean("valid orders", c -> c
            .dedupe(Order::orderId)
            .require("positive quantity", col(Order::quantity).gt(0)))
        .filter(col(Order::quantity).lt(most))
        .sink("small_orders", InMemory.sink(Order.class));
    return pipeline;
  }

  @Test
  void golden(SparkKit kit, SparkSession spark) throws IOException {
    Pipeline pipeline = shop(kit, 5);
    Stage<Order> smallOrders = kit.rows(Order.class, new Order(4, 3, "ink"), new Order(1, 2, "pen"));
    // #region golden
    assertThatDescription(pipeline).matchesGolden("shop-plan.txt");
    assertThat(pipeline.run(spark)).matchesGolden("report.txt");
    assertThat(smallOrders).matchesGolden("small-orders.csv");
    assertThatText(pipeline.toMermaid()).matchesGolden("shop.mmd");
    // #endregion
    Path golden = Path.of("src/test/resources/golden/GoldenFilesTest");
    Output.in(PAGE, "golden-report").shows(Files.readString(golden.resolve("report.txt")));
  }

  @Test
  @DisabledIfSystemProperty(named = "sluice.golden.update", matches = "true")
  void goldenWrong(SparkKit kit) throws IOException {
    Pipeline pipeline = shop(kit, 10);
    AssertionError failure =
        assertThrows(AssertionError.class, () -> {
            // #region golden-wrong
            assertThatDescription(pipeline).matchesGolden("shop-plan.txt");
            // #endregion
        });
    Output.in(PAGE, "golden").shows(failure.getMessage());
  }

  @Test
  void placeholders() {
    String log = "imported 3 orders, took 1204 ms";
    // #region golden-placeholders
    assertThatText(log)
        .replacing("took \\d+ ms", "took <time>")
        .matchesGolden("import.log");
    // #endregion
  }
}
// @formatter:on
