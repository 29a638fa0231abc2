package dev.sluice.testkit;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.record.RecordType;
import dev.sluice.run.RunReport;
import dev.sluice.spark.run.UnchangedRows;
import dev.sluice.testkit.bridge.SparkInternals;
import dev.sluice.testkit.plan.DatasetPlanAssert;
import dev.sluice.testkit.plan.StagePlanAssert;
import dev.sluice.testkit.stream.StreamSink;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Entry points of all assertions; import {@link #assertThat} statically, next to AssertJ's method
 * of the same name if you like: the compiler tells them apart by the argument.
 *
 * <pre>{@code
 * assertThat(DailySales.of(orders)).hasRows(new DailySales(MONDAY, 15.0));
 * }</pre>
 *
 * <p>Stages are computed with {@code SparkSession.active()}, which {@link SparkTest} sets. Nothing
 * is computed before the first method that asserts something.
 */
public final class SluiceAssertions {

  private SluiceAssertions() {}

  /**
   * Assertions about the rows of a stage.
   *
   * @throws IllegalStateException if there is no active session
   */
  public static <T extends Record> RowsAssert<T> assertThat(Stage<T> stage) {
    return assertThat(stage, active());
  }

  /** Assertions about the rows of a stage, computed with this session. */
  public static <T extends Record> RowsAssert<T> assertThat(Stage<T> stage, SparkSession spark) {
    return new RowsAssert<>(StageRows.of(stage, spark));
  }

  /**
   * Assertions about the rows that a stage lets through, and those it rejects.
   *
   * @throws IllegalStateException if there is no active session
   */
  public static <T extends Record> CheckedRowsAssert<T> assertThat(CheckedStage<T> stage) {
    return assertThat(stage, active());
  }

  /** Assertions about the rows that a stage lets through, and those it rejects. */
  public static <T extends Record> CheckedRowsAssert<T> assertThat(
      CheckedStage<T> stage, SparkSession spark) {
    return new CheckedRowsAssert<>(StageRows.of(stage, spark), StageRows.rejectedBy(stage, spark));
  }

  /**
   * Assertions about the rows of a dataset. Its columns must be those of the record, in any order:
   * one that the record does not have fails too.
   */
  public static <T extends Record> RowsAssert<T> assertThat(Dataset<?> dataset, Class<T> record) {
    return new RowsAssert<>(
        new CollectedRows<>(
            AbstractRowsAssert.describe(record.getSimpleName(), Optional.of("a dataset")),
            RecordType.of(record).requireValid(),
            () -> {
              assertThatSchema(dataset).ignoringNullability().ignoringOrder().isOf(record);
              return UnchangedRows.collect(dataset, record);
            },
            () -> SparkInternals.isSorted(dataset)));
  }

  /**
   * Assertions about rows that are here already, as those of an in-memory sink. What the record's
   * own constructor made of the values is compared.
   */
  public static <T extends Record> RowsAssert<T> assertThatRows(
      Class<T> record, List<? extends T> rows) {
    return new RowsAssert<>(
        new CollectedRows<>(
            AbstractRowsAssert.describe(record.getSimpleName(), Optional.empty()),
            RecordType.of(record).requireValid(),
            () -> List.copyOf(rows),
            () -> true));
  }

  /**
   * Assertions about the rows that a sink of a driven stream got since it was last asked for new
   * ones.
   *
   * <pre>{@code
   * driver.advanceWatermarkTo(NOON.plusSeconds(60));
   * assertThat(minutes).hasRows(new Minute(NOON, "a", 2, 2.0));
   * }</pre>
   */
  public static <T extends Record> RowsAssert<T> assertThat(StreamSink<T> sink) {
    List<T> rows = sink.newRows();
    return new RowsAssert<>(
        new CollectedRows<>(
            AbstractRowsAssert.describe(
                sink.type().getSimpleName(), Optional.of(sink.place() + ", new")),
            RecordType.of(sink.type()),
            () -> rows,
            () -> true));
  }

  /** Assertions about what a run did. */
  public static RunReportAssert assertThat(RunReport report) {
    return new RunReportAssert(report);
  }

  /**
   * Assertions about any text, compared as it is but for the ends of its lines.
   *
   * <pre>{@code
   * assertThatText(pipeline.toMermaid()).matchesGolden("shop.mmd");
   * }</pre>
   */
  public static TextAssert assertThatText(String text) {
    return new TextAssert("the text", text, TextNormalizer.exact());
  }

  /**
   * Assertions about what a pipeline does, as {@link Pipeline#describe()} tells it, without the
   * numbers of lines and with placeholders for paths: {@link TextNormalizer#ofPipelines()}.
   */
  public static TextAssert assertThatDescription(Pipeline pipeline) {
    return new TextAssert(
        "the description of pipeline '%s'".formatted(pipeline.name()),
        pipeline.describe(),
        TextNormalizer.ofPipelines());
  }

  /**
   * Assertions about the plan that Spark's optimizer makes of a dataset, see {@link
   * TextNormalizer#ofSparkPlans()}; nothing is computed. It shows what is pushed down and which
   * columns are left. Rows in memory are folded into the plan: read files to see more. Another
   * version of Spark may make another plan. To assert single properties of a plan see {@link
   * #assertThatPlan(Dataset)}.
   */
  public static TextAssert assertThatOptimizedPlan(Dataset<?> dataset) {
    return new TextAssert(
        "the optimized plan", SparkInternals.optimizedPlan(dataset), TextNormalizer.ofSparkPlans());
  }

  /**
   * Assertions about the plan that Spark would run, before it adapts it to what it finds; nothing
   * is computed. It shows the kinds of joins and the exchanges between tasks, which depend on the
   * settings of the session and on the sizes of files too. {@link #assertThatPlan(Dataset)} is
   * about the plan that ran in the end.
   */
  public static TextAssert assertThatPhysicalPlan(Dataset<?> dataset) {
    return new TextAssert(
        "the physical plan", SparkInternals.physicalPlan(dataset), TextNormalizer.ofSparkPlans());
  }

  /**
   * Assertions about what Spark does to compute a stage. It is computed with the active session
   * when something is asserted, and its rows go nowhere.
   *
   * @throws IllegalStateException if there is no active session
   */
  public static StagePlanAssert assertThatPlan(Stage<?> stage) {
    return assertThatPlan(stage, active());
  }

  /** Assertions about what Spark does to compute a stage with this session. */
  public static StagePlanAssert assertThatPlan(Stage<?> stage, SparkSession spark) {
    return StagePlanAssert.of(stage, spark);
  }

  /** Assertions about what Spark does to compute a dataset. */
  public static DatasetPlanAssert assertThatPlan(Dataset<?> dataset) {
    return DatasetPlanAssert.of(dataset);
  }

  /** Assertions about the columns of a dataset; nothing is computed. */
  public static SchemaAssert assertThatSchema(Dataset<?> dataset) {
    return new SchemaAssert(dataset.schema());
  }

  /** Assertions about a schema. */
  public static SchemaAssert assertThatSchema(StructType schema) {
    return new SchemaAssert(schema);
  }

  private static SparkSession active() {
    return SparkInternals.activeSession(", or write assertThat(stage, spark)");
  }
}
