package dev.sluice.io;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_dt_interval;
import static org.apache.spark.sql.functions.unix_micros;

import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes values fit to be names of directories. Spark would name a point in time by the clock of the
 * session's zone: the two hours that a clock shows twice in autumn would share a directory, and a
 * reader in another zone would read another time. So an {@code Instant} is named in UTC, with a
 * {@code Z}, which every reader understands: {@code at=2024-10-27 00:30:00Z}.
 */
public final class PartitionNames {

  private PartitionNames() {}

  public static Dataset<Row> of(Dataset<Row> rows, RecordType record, List<String> partitions) {
    Dataset<Row> named = rows;
    for (RecordComponentType component : record.components()) {
      if (partitions.contains(component.column()) && isInstant(component)) {
        named = named.withColumn(component.column(), utc(component.column()));
      }
    }
    return named;
  }

  /** A table has the type of its column in its definition, so the name cannot be another. */
  public static void requireZoneFree(RecordType record, List<String> partitions) {
    for (RecordComponentType component : record.components()) {
      if (partitions.contains(component.column()) && isInstant(component)) {
        throw new IllegalArgumentException(
            "partitionBy: %s.%s is an Instant, and a table's directories would name it by the clock of the session's zone: give the record a LocalDate or LocalDateTime for it"
                .formatted(record.simpleName(), component.name()));
      }
    }
  }

  /** By arithmetic on a time without a zone, which no session's zone can change. */
  private static Column utc(String column) {
    Column seconds =
        unix_micros(Columns.named(column)).cast("decimal(20,0)").divide(lit(1_000_000));
    Column time =
        expr("timestamp_ntz'1970-01-01 00:00:00'")
            .plus(make_dt_interval(lit(0), lit(0), lit(0), seconds.cast("decimal(18,6)")));
    return concat(time.cast("string"), lit("Z"));
  }

  private static boolean isInstant(RecordComponentType component) {
    return component.logicalType() == ColumnType.Scalar.TIMESTAMP;
  }
}
