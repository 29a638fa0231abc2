package dev.sluice.streaming.bridge;

import dev.sluice.spark.rows.Columns;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.EventTimeWatermark;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * Rows of which one column says when they happened. Spark marks each column that comes from a declared
 * event time, both sides' of a join, and copies as well; its operators with state fail while they run
 * if there are several.
 */
public final class OneEventTime {

  private static final String MARK = EventTimeWatermark.delayKey();

  /** Without any metadata of its own the new column would be taken for the old one. */
  private static final String UNMARKED = "sluice.noEventTime";

  private OneEventTime() {}

  /**
   * The same rows.
   *
   * @param time the column that keeps the mark
   */
  public static Dataset<Row> of(Dataset<Row> rows, String time) {
    StructField[] fields = rows.schema().fields();
    if (Arrays.stream(fields).filter(OneEventTime::isMarked).count() < 2) {
      return rows;
    }
    return rows.select(
        Arrays.stream(fields)
            .map(field -> column(field, isMarked(field) && !field.name().equals(time)))
            .toArray(Column[]::new));
  }

  private static boolean isMarked(StructField field) {
    return field.metadata().contains(MARK);
  }

  private static Column column(StructField field, boolean unmarked) {
    Column column = Columns.named(field.name());
    return unmarked ? column.as(field.name(), unmarked(field.metadata())) : column;
  }

  private static Metadata unmarked(Metadata before) {
    return new MetadataBuilder()
        .withMetadata(before)
        .remove(MARK)
        .putBoolean(UNMARKED, true)
        .build();
  }
}
