package dev.sluice.io.format;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Values whose texts are read here and not by Spark's CSV parser, which takes more for a value than
 * is one: it ignores the commas of {@code 12,5}, rounds {@code 1.239} to two digits, makes infinity
 * of {@code 1e400}, today of {@code 12:00} and a day of {@code 2024}.
 *
 * <p>The form of a text is looked at first, by a regular expression without backtracking; then
 * Spark casts it.
 *
 * @param dialect the options
 */
record CsvValues(CsvDialect dialect) {

  private static final String SCIENTIFIC =
      "^[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)[eE][+-]?[0-9]++\\z";
  private static final String PLAIN = "^[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)\\z";

  /** A year of more than four digits has a sign, as Spark and Java write it. */
  private static final String DAY = "(?:-?[0-9]{4}|[+-][0-9]{5,7})-[0-9]{1,2}-[0-9]{1,2}";

  private static final String MINUTE = "[0-9]{1,2}:[0-9]{2}";

  /** Digits after the microseconds only if they are zeros. */
  private static final String SECOND = MINUTE + ":[0-9]{2}(?:\\.[0-9]{1,6}+0*+)?";

  private static final String TIME = "(?:" + MINUTE + "|" + SECOND + ")";

  /** An offset, or the name of a region; of the short names only those that mean one thing. */
  private static final String ZONE =
      " ?(?:Z|(?:UTC|GMT|UT)?[+-][0-9]{1,2}(?::?[0-9]{2}){0,2}|UTC|GMT|UT|[A-Za-z_]++(?:/[A-Za-z_+0-9-]++)++)";

  /** The type the parser is told for a column. */
  DataType parsedType(ColumnType type) {
    return areReadHere(type) ? DataTypes.StringType : RecordSchemas.of(type);
  }

  /** Whether the parser gives texts for a type, of which {@link #value} makes values. */
  boolean areReadHere(ColumnType type) {
    if (type instanceof ColumnType.Decimal) {
      // another language's numbers are for Spark's parser, which knows them
      return dialect.option("locale").isEmpty();
    }
    if (type == Scalar.DATE) {
      return dialect.option("dateFormat").isEmpty();
    }
    if (type == Scalar.TIMESTAMP) {
      return dialect.option("timestampFormat").isEmpty();
    }
    if (type == Scalar.TIMESTAMP_NTZ) {
      return dialect.option("timestampNTZFormat").isEmpty();
    }
    return type == Scalar.DOUBLE || type == Scalar.FLOAT;
  }

  /** The value a text stands for; NULL if it stands for none. */
  Column value(ColumnType type, Column text) {
    if (type instanceof ColumnType.Decimal decimal) {
      return decimal(decimal, text);
    }
    if (type == Scalar.DOUBLE) {
      return number("double", 300, text);
    }
    if (type == Scalar.FLOAT) {
      return number("float", 35, text);
    }
    if (type == Scalar.DATE) {
      return when(text.rlike("^" + DAY + "\\z"), text.try_cast("date"));
    }
    if (type == Scalar.TIMESTAMP_NTZ) {
      String form = "^" + DAY + "(?:[T ]" + TIME + ")?\\z";
      return when(text.rlike(form), text.try_cast("timestamp_ntz"));
    }
    return timestamp(text);
  }

  private static Column decimal(ColumnType.Decimal type, Column text) {
    String digits =
        "(?:[0-9]++(?:\\.[0-9]{0,%1$d}+0*+)?|\\.[0-9]{1,%2$d}+0*+)"
            .formatted(type.scale(), Math.max(1, type.scale()));
    Column value = text.try_cast(RecordSchemas.of(type));
    // 1.25E-3 has 2 + 3 digits after the point
    Column after = length(regexp_extract(text, "\\.([0-9]*?)0*[eE]", 1));
    Column exponent = regexp_extract(text, "[eE]([+-]?[0-9]+)$", 1).try_cast("int");
    Column fits =
        coalesce(after.minus(exponent).leq(type.scale()), lit(false))
            .or(text.rlike("^[+-]?[0.]++[eE]"));
    return when(text.rlike("^[+-]?" + digits + "\\z"), value)
        .when(text.rlike(SCIENTIFIC).and(fits), value);
  }

  /**
   * @param finite a number of at most so many characters and no exponent is finite
   */
  private Column number(String type, int finite, Column text) {
    Column value = text.try_cast(type);
    Column words = lower(text);
    return when(text.rlike(PLAIN).and(octet_length(text).leq(finite)), value)
        .when(
            text.rlike(PLAIN)
                .or(text.rlike(SCIENTIFIC))
                .and(abs(value).notEqual(lit(Double.POSITIVE_INFINITY))),
            value)
        .when(text.equalTo(word("nanValue", "NaN")), lit("NaN").cast(type))
        .when(text.equalTo(word("positiveInf", "Inf")), lit("Infinity").cast(type))
        .when(text.equalTo(word("negativeInf", "-Inf")), lit("-Infinity").cast(type))
        .when(
            words.isin("nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity"), value);
  }

  private String word(String option, String unlessSet) {
    return dialect.option(option).orElse(unlessSet);
  }

  private Column timestamp(Column text) {
    Column form = text.rlike("^" + DAY + "(?:[T ]" + TIME + "(?:" + ZONE + ")?)?\\z");
    // Spark knows no zone after minutes
    Column whole =
        when(
            text.rlike("^" + DAY + "[T ]" + MINUTE + ZONE + "\\z"),
            regexp_replace(text, lit("^(.+?[T ]" + MINUTE + ")"), lit("$1:00")))
            .otherwise(text);
    Optional<String> zone = dialect.option("timeZone");
    if (zone.isEmpty()) {
      return when(form, whole.try_cast("timestamp"));
    }
    Column zoned =
        when(text.rlike("^" + DAY + "\\z"), concat(text, lit("T00:00:00 " + zone.get())))
            .when(
                text.rlike("^" + DAY + "[T ]" + MINUTE + "\\z"),
                concat(text, lit(":00 " + zone.get())))
            .when(
                text.rlike("^" + DAY + "[T ]" + SECOND + "\\z"),
                concat(text, lit(" " + zone.get())))
            .otherwise(whole);
    return when(form, zoned.try_cast("timestamp"));
  }
}
