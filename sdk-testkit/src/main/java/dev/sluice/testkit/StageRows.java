package dev.sluice.testkit;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.quality.Rejected;
import dev.sluice.record.RecordType;
import dev.sluice.spark.run.UnchangedRows;
import dev.sluice.testkit.bridge.SparkInternals;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Rows of stages. */
final class StageRows {

  private StageRows() {}

  static <T extends Record> CollectedRows<T> of(Stage<T> stage, SparkSession spark) {
    String record = stage.node().origin().record().getSimpleName();
    return of(stage, spark, AbstractRowsAssert.describe(record, Optional.of(place(stage))));
  }

  /** The rows that a stage rejected. */
  static CollectedRows<Rejected> rejectedBy(CheckedStage<?> stage, SparkSession spark) {
    return of(stage.rejected(), spark, place(stage));
  }

  private static <T extends Record> CollectedRows<T> of(
      Stage<T> stage, SparkSession spark, String description) {
    return new CollectedRows<>(
        description,
        RecordType.of(stage.node().origin().record()),
        () -> UnchangedRows.collect(stage, spark),
        () -> SparkInternals.isSorted(stage.toDataset(spark)));
  }

  /** The stage's name and the line that made it. */
  static String place(Stage<?> stage) {
    return "stage '%s' (%s)".formatted(stage.node().name(), stage.node().site());
  }
}
