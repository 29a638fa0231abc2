package dev.sluice.spark.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import scala.jdk.javaapi.CollectionConverters;

/** Compares what Spark's optimizer makes of two queries, and looks at what a query reads. */
final class PlanAssertions {

  private PlanAssertions() {}

  /**
   * Asserts that both queries have the same columns and, once optimized, the same plan. Spark's
   * canonical form is compared: the names of inner columns, the numbers Spark gives to columns and
   * the order of the operands of {@code and} do not count, everything else does.
   */
  static void assertSamePlan(Dataset<Row> actual, Dataset<Row> expected) {
    assertThat(names(actual)).as("columns").isEqualTo(names(expected));
    LogicalPlan one = optimized(actual);
    LogicalPlan other = optimized(expected);
    assertThat(one.sameResult(other))
        .as("the optimized plan%n%s%n is that written by hand%n%s", one, other)
        .isTrue();
  }

  /**
   * As {@link #assertSamePlan}, for plans that hold a function of Java, which equals only itself.
   */
  static void assertSamePlanAsText(Dataset<Row> actual, Dataset<Row> expected) {
    assertThat(optimized(actual).canonicalized().toString())
        .isEqualTo(optimized(expected).canonicalized().toString());
  }

  static LogicalPlan optimized(Dataset<Row> rows) {
    return execution(rows).optimizedPlan();
  }

  /** What each scan of files reads, in the order of the plan. */
  static List<Scan> scans(Dataset<Row> rows) {
    List<Scan> scans = new ArrayList<>();
    for (SparkPlan leaf : CollectionConverters
        .asJava(execution(rows).sparkPlan().collectLeaves())) {
      if (leaf instanceof FileSourceScanExec scan) {
        scans.add(
            new Scan(
                List.of(scan.requiredSchema().fieldNames()),
                scan.requiredSchema().catalogString(),
                scan.metadata().get("PushedFilters").get()));
      }
    }
    return scans;
  }

  /**
   * A scan of files.
   *
   * @param columns the columns it reads
   * @param schema the same with their types, as far as nested records are read
   * @param pushedFilters the filters it is given, as Spark writes them
   */
  record Scan(List<String> columns, String schema, String pushedFilters) {}

  private static List<String> names(Dataset<Row> rows) {
    return List.of(rows.columns());
  }

  private static QueryExecution execution(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
  }
}
