package dev.sluice.testkit;

import dev.sluice.CheckedStage;
import dev.sluice.RunReport;
import dev.sluice.Stage;
import dev.sluice.plan.RecordType;
import dev.sluice.spark.RecordRows;
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
              return RecordRows.collect(dataset, record);
            }));
  }

  /** Assertions about rows that are here already, as those of an in-memory sink. */
  public static <T extends Record> RowsAssert<T> assertThatRows(
      Class<T> record, List<? extends T> rows) {
    return new RowsAssert<>(
        new CollectedRows<>(
            AbstractRowsAssert.describe(record.getSimpleName(), Optional.empty()),
            RecordType.of(record).requireValid(),
            () -> List.copyOf(rows)));
  }

  /** Assertions about what a run did. */
  public static RunReportAssert assertThat(RunReport report) {
    return new RunReportAssert(report);
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
    return SparkInternals.activeSession()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no Spark session is active in this thread: put @SparkTest on the test class,"
                        + " or write assertThat(stage, spark)"));
  }
}
