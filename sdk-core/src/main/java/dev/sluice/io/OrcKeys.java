package dev.sluice.io;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordType;
import java.util.stream.Stream;

/**
 * Maps by days in ORC files. Spark's writer keeps one entry of such a map and drops the others, in
 * silence.
 */
final class OrcKeys {

  private OrcKeys() {}

  /** A sentence for each column whose maps would lose entries. */
  static Stream<String> problems(RecordType record) {
    return record.components().stream()
        .filter(c -> hasMapByDay(c.logicalType()))
        .map(
            c -> "%s.%s has a map whose keys are dates, of which ORC would keep one entry alone: use Parquet, or a list of records"
                .formatted(record.simpleName(), c.name()));
  }

  private static boolean hasMapByDay(ColumnType type) {
    return (type instanceof MapOf map && map.key().contains(Scalar.DATE))
        || type.parts().anyMatch(OrcKeys::hasMapByDay);
  }
}
