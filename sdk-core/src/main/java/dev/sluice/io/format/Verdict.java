package dev.sluice.io.format;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import dev.sluice.annotation.Internal;
import dev.sluice.connect.Source;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a row of CSV lacks though Spark's parsers accept it: a value for a primitive component, a
 * constant of an enum, a number in the range of its type.
 */
@Internal
public final class Verdict {

  /** Enough of a malformed row to find it; an error message must not hold megabytes. */
  private static final int SHOWN = 200;

  private Verdict() {}

  /** Why a parsed row of scalars is no record; NULL if it is one. */
  static Column reason(List<RecordComponentType> components, Column struct, Column text) {
    Column reason = lit(null).cast("string");
    for (int i = components.size() - 1; i >= 0; i--) {
      RecordComponentType c = components.get(i);
      Column value = struct.getField(c.column());
      String component = "component '" + c.name() + "' ";
      Optional<Column> wrong = wrong(c.logicalType(), value, text);
      if (wrong.isPresent()) {
        reason =
            when(
                value.isNotNull().and(wrong.get()),
                concat(
                    lit(component + "'"),
                    substring(value.cast("string"), 1, SHOWN),
                    lit("' is " + isNot(c.logicalType()))))
                .otherwise(reason);
      }
      if (!c.nullable()) {
        reason = when(value.isNull(), lit(component + "is missing")).otherwise(reason);
      }
    }
    return reason;
  }

  private static String isNot(ColumnType type) {
    return type instanceof ColumnType.Enumeration constants
        ? "not a constant of " + constants.type().getSimpleName()
        : "out of range";
  }

  private static Optional<Column> wrong(ColumnType type, Column value, Column text) {
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
    return Optional.empty();
  }

  /** Refuses malformed rows: the first that is read, whatever is done with it, fails the job. */
  public static Dataset<Row> failOnMalformed(Dataset<Row> rows, String description) {
    Column message =
        concat(
            lit(description + ": a row cannot be parsed: "),
            substring(col(Source.MALFORMED), 1, SHOWN),
            lit(" ("),
            col(Source.REASON),
            lit(")"));
    return rows.filter(
        when(col(Source.MALFORMED).isNull(), lit(true))
            .otherwise(raise_error(message).cast("boolean")))
        .drop(Source.MALFORMED, Source.REASON);
  }
}
