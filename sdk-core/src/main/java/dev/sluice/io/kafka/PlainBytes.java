package dev.sluice.io.kafka;

import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * A component as the bytes of a key or a header: bytes as they are, a text as UTF-8, a whole number
 * as its decimal digits.
 *
 * @param component the component
 */
record PlainBytes(RecordComponentType component) {

  private static final String DIGITS = "^-?[0-9]{1,19}$";

  /** The value in bytes that may be NULL; NULL where {@link #fault} has something to say. */
  Column read(Column bytes) {
    if (is(Scalar.BINARY)) {
      return bytes;
    }
    Column text = bytes.cast("string");
    return isNumber() ? when(text.rlike(DIGITS), text.try_cast(sparkType())) : text;
  }

  /** Why the bytes are no value, NULL if they are one; empty if any are. */
  Optional<Column> fault(Column bytes, Place place) {
    if (is(Scalar.BINARY)) {
      return Optional.empty();
    }
    Column text = bytes.cast("string");
    Column wrong =
        isNumber()
            ? bytes.isNotNull().and(read(bytes).isNull())
            : not(is_valid_utf8(text));
    String what = "component '%s' in the %s ".formatted(component.name(), place);
    Column fault =
        when(wrong, lit(what + (isNumber() ? "is no " + sparkType() : "is not UTF-8")));
    return Optional.of(
        component.nullable() ? fault
            : when(bytes.isNull(), lit(what + "is NULL")).otherwise(fault));
  }

  Column write(Column value) {
    return is(Scalar.BINARY) ? value : value.cast("string").cast("binary");
  }

  private boolean isNumber() {
    return !is(Scalar.STRING);
  }

  private String sparkType() {
    return ((Scalar) component.logicalType()).name().toLowerCase(Locale.ROOT);
  }

  private boolean is(ColumnType type) {
    return component.logicalType() == type;
  }
}
