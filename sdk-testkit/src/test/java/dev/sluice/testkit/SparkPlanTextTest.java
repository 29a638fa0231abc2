package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThatOptimizedPlan;
import static dev.sluice.testkit.SluiceAssertions.assertThatPhysicalPlan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testkit.bridge.SparkInternals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SparkPlanTextTest {

  @TempDir
  private Path directory;

  private Dataset<Row> joined(SparkKit kit, String file) {
    String path = directory.resolve(file).toString();
    kit.spark().range(3).selectExpr("id", "id * 2 AS twice").write().parquet(path);
    Dataset<Row> orders = kit.spark().read().parquet(path);
    return orders
        .filter("twice > 1")
        .as("a")
        .join(orders.as("b"))
        .where("a.id = b.twice")
        .selectExpr("a.id", "b.id AS other");
  }

  private static String normalized(String plan) {
    return TextNormalizer.ofSparkPlans().apply(plan);
  }

  @Test
  void theOptimizedPlanOfTheSameQueryIsTheSameText(SparkKit kit) {
    String first = SparkInternals.optimizedPlan(joined(kit, "orders"));
    String second = SparkInternals.optimizedPlan(joined(kit, "orders-again"));
    assertThat(first).isNotEqualTo(second);
    assertThat(normalized(first))
        .isEqualTo(normalized(second))
        .isEqualTo(
            """
            Project [id#1L, id#2L AS other#3L]
            +- Join Inner, (id#1L = twice#4L)
               :- Project [id#1L]
               :  +- Filter ((isnotnull(twice#5L) AND (twice#5L > 1)) AND isnotnull(id#1L))
               :     +- Relation [id#1L,twice#5L] parquet
               +- Filter isnotnull(twice#4L)
                  +- Relation [id#2L,twice#4L] parquet
            """);
  }

  @Test
  void thePhysicalPlanOfTheSameQueryIsTheSameText(SparkKit kit) {
    String first = SparkInternals.physicalPlan(joined(kit, "orders"));
    String second = SparkInternals.physicalPlan(joined(kit, "orders-again"));
    assertThat(first).isNotEqualTo(second);
    assertThat(normalized(first))
        .isEqualTo(normalized(second))
        .contains(
            "BroadcastHashJoin [id#1L], [twice#4L]",
            "Location: InMemoryFileIndex[<paths>], PartitionFilters: [], PushedFilters: [",
            "[plan_id=1]");
  }

  @Test
  void tablesOfATestHaveNoRandomNames(SparkKit kit) {
    kit.spark().range(3).write().saveAsTable("orders");
    assertThat(normalized(SparkInternals.optimizedPlan(kit.spark().table("orders"))))
        .isEqualTo("Relation spark_catalog.<database>.orders[id#1L] parquet\n");
  }

  @Test
  void aWideRowIsShownWithAllItsColumns(SparkKit kit) {
    String[] columns =
        IntStream.range(0, 60).mapToObj("rand() AS c%d"::formatted).toArray(String[]::new);
    assertThat(SparkInternals.optimizedPlan(kit.spark().range(3).selectExpr(columns)))
        .contains("AS c59#")
        .doesNotContain("more fields");
  }

  @Test
  void bothPlansAreCompared(SparkKit kit) throws IOException {
    Dataset<?> range = kit.spark().range(0, 3, 1, 1).filter("id > 1");
    assertThatOptimizedPlan(range)
        .matchesGolden(
            file("optimized", "Filter (id#1L > 1)\n+- Range (0, 3, step=1, splits=Some(1))\n"));
    assertThatPhysicalPlan(range)
        .matchesGolden(
            file("physical", "*(1) Filter (id#1L > 1)\n+- *(1) Range (0, 3, step=1, splits=1)\n"));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
