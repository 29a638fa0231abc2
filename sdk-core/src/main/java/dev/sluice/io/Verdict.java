package dev.sluice.io;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import dev.sluice.plan.ColumnType;
import dev.sluice.plan.RecordComponentType;
import dev.sluice.plan.RecordType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a parsed row lacks though Spark's parsers accept it: a value for a primitive component, a
 * constant of an enum, a number in the range of its type.
 */
final class Verdict {

  /** Enough of a malformed row to find it; an error message must not hold megabytes. */
  private static final int SHOWN = 200;

  private Verdict() {}

  /** Whether a parsed record has such a fault; never NULL. */
  static Column isBroken(
      RecordType record, List<RecordComponentType> components, Column struct, Column text) {
    return components.stream()
        .flatMap(c -> fault(c, struct.getField(c.column()), text).stream())
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Optional<Column> fault(RecordComponentType c, Column value, Column text) {
    Optional<Column> inside = faultInside(c, value, text).map(f -> value.isNotNull().and(f));
    if (c.nullable()) {
      return inside;
    }
    return Optional.of(inside.map(value.isNull()::or).orElse(value.isNull()));
  }

  private static Optional<Column> faultInside(RecordComponentType c, Column value, Column text) {
    ColumnType type = c.logicalType();
    if (type instanceof ColumnType.Enumeration constants) {
      Object[] names =
          Arrays.stream(constants.type().getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .toArray();
      return Optional.of(not(value.isin(names)));
    }
    if (type == ColumnType.Scalar.DOUBLE || type == ColumnType.Scalar.FLOAT) {
      // 1e400 is read as infinity; only a text that says so is one.
      Column infinite = abs(value).equalTo(lit(Double.POSITIVE_INFINITY));
      return Optional.of(infinite.and(not(lower(text).contains("inf"))));
    }
    if (type instanceof ColumnType.Struct nested) {
      RecordType record = nested.recordType();
      return Optional.of(isBroken(record, record.components(), value, text));
    }
    return Optional.empty();
  }

  /** Refuses malformed rows: the first that is read, whatever is done with it, fails the job. */
  static Dataset<Row> failOnMalformed(Dataset<Row> rows, String description) {
    Column message =
        concat(
            lit(description + ": a row cannot be parsed: "),
            substring(col(Source.MALFORMED), 1, SHOWN));
    return rows.filter(
            when(col(Source.MALFORMED).isNull(), lit(true))
                .otherwise(raise_error(message).cast("boolean")))
        .drop(Source.MALFORMED);
  }
}
