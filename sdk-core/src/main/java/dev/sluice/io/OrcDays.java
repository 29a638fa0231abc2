package dev.sluice.io;

import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import java.time.LocalDate;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Days in ORC files. Spark writes them by a calendar that goes from 1582-10-04 to the 15th, and
 * makes the 15th of each day between, in silence. Such a day fails the run.
 */
public final class OrcDays {

  private static final LocalDate FIRST = LocalDate.of(1582, 10, 5);
  private static final LocalDate LAST = LocalDate.of(1582, 10, 14);

  private OrcDays() {}

  /** The rows, each of which fails the job if ORC does not know one of its days. */
  public static Dataset<Row> checked(
      String description, RecordType record, Dataset<Row> rows, Collection<String> directories) {
    Dataset<Row> checked = rows;
    for (RecordComponentType c : record.components()) {
      if (!directories.contains(c.column()) && c.logicalType().contains(Scalar.DATE)) {
        Column value = Columns.named(c);
        Column error =
            raise_error(
                lit(
                    "%s: %s.%s has a day between 1582-10-05 and 1582-10-14, which ORC does not know; use Parquet"
                        .formatted(description, record.simpleName(), c.name())));
        checked =
            checked.withColumn(
                c.column(),
                when(
                    hasUnknownDay(value, c.logicalType()),
                    error.cast(RecordSchemas.of(c.logicalType())))
                    .otherwise(value));
      }
    }
    return checked;
  }

  /** Whether a value that can have days has such a one; NULL counts as no. */
  private static Column hasUnknownDay(Column value, ColumnType type) {
    if (type instanceof ListOf list) {
      return exists(value, element -> hasUnknownDay(element, list.element()));
    } else if (type instanceof MapOf map) {
      // a key with a day is refused before
      return exists(map_values(value), entry -> hasUnknownDay(entry, map.value()));
    } else if (type instanceof Struct struct) {
      return struct.recordType().components().stream()
          .filter(c -> c.logicalType().contains(Scalar.DATE))
          .map(c -> hasUnknownDay(value.getField(c.column()), c.logicalType()))
          .reduce(Column::or)
          .orElseThrow();
    }
    return value.between(FIRST, LAST);
  }
}
