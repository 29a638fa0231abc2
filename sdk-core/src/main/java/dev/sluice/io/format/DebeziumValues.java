package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.io.format.DebeziumSchema.Field;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * How Debezium writes the columns of a table, where its messages do not say so themselves.
 *
 * @param unit of numbers that are times; null if nothing says it
 * @param bytes whether the text of a decimal is its bytes; null if nothing says it
 */
record DebeziumValues(ChronoUnit unit, Boolean bytes) implements Serializable {

  static final DebeziumValues UNSAID = new DebeziumValues(null, null);

  private static final Set<ChronoUnit> UNITS =
      Set.of(ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS);

  DebeziumValues timesIn(ChronoUnit changed) {
    if (!UNITS.contains(changed)) {
      throw new IllegalArgumentException(
          "Debezium writes times in milliseconds, microseconds or nanoseconds, not in " + changed);
    }
    return new DebeziumValues(changed, bytes);
  }

  DebeziumValues decimals(boolean areBytes) {
    return new DebeziumValues(unit, areBytes);
  }

  /**
   * The values of a column.
   *
   * @param field what the message's schema says of it
   */
  JsonValue of(ColumnType type, Optional<Field> field, JsonRules rules) {
    if (type instanceof ColumnType.Decimal decimal) {
      return decimal(decimal, field);
    }
    JsonValue told = DebeziumUnavailable.rejectedOf(JsonValue.of(type, rules));
    if (!(type instanceof Scalar scalar)) {
      return told;
    }
    TimeText iso = rules.times();
    return switch (scalar) {
      case DATE ->
        time(scalar, "no date", field, text -> DebeziumTimes.date(text, iso), DebeziumTimes::days);
      case TIMESTAMP ->
        time(scalar, "no timestamp", field, DebeziumTimes::moment, DebeziumTimes::moment);
      case TIMESTAMP_NTZ ->
        time(
            scalar,
            "no date and time without zone",
            field,
            text -> DebeziumTimes.local(text, iso),
            DebeziumTimes::local);
      case DURATION ->
        time(scalar, "no duration", field, TimeText::duration, DebeziumTimes::duration);
      default -> told;
    };
  }

  @FunctionalInterface
  private interface OfNumber {
    Object value(String number, ChronoUnit unit);
  }

  /** What the schema says counts: a column that is something else is not made into a time. */
  private JsonValue time(
      Scalar type, String called, Optional<Field> field, JsonScalar.Text text, OfNumber number) {
    String name = field.map(Field::name).orElse("");
    Optional<DebeziumMeaning> meaning = DebeziumMeaning.of(name);
    JsonValue other = other(called, name);
    if (meaning.isPresent() && !meaning.get().types().contains(type)) {
      return other;
    }
    JsonValue numbers =
        name.isEmpty()
            ? unnamed(type, called, number)
            : meaning.flatMap(DebeziumMeaning::unit)
                .<JsonValue>map(unit -> whole(called, given -> number.value(given, unit)))
                .orElse(other);
    JsonValue texts = plain(called, text);
    return parser -> parser.currentToken().isNumeric() ? numbers.read(parser) : texts.read(parser);
  }

  /** Numbers of which no schema says what they are. */
  private JsonValue unnamed(Scalar type, String called, OfNumber number) {
    ChronoUnit said = type == Scalar.DATE ? ChronoUnit.DAYS : unit;
    if (said == null) {
      return parser -> {
        throw BadValue.of(
            JsonSource.written(parser),
            "a number, and nothing says of which unit: set timesIn(…)");
      };
    }
    return whole(called, text -> number.value(text, said));
  }

  private static JsonValue other(String called, String name) {
    return parser -> {
      throw BadValue.of(
          JsonSource.written(parser), "%s: the message's schema says %s".formatted(called, name));
    };
  }

  private static JsonScalar plain(String called, JsonScalar.Text text) {
    return new JsonScalar(Set.of(JsonToken.VALUE_STRING), called, text);
  }

  private static JsonScalar whole(String called, JsonScalar.Text text) {
    return new JsonScalar(Set.of(JsonToken.VALUE_NUMBER_INT), called, text);
  }

  /** The moment of a source, whose unit is in its name. */
  static JsonValue moment(ChronoUnit unit) {
    return whole("no timestamp", text -> DebeziumTimes.moment(text, unit));
  }

  private JsonValue decimal(ColumnType.Decimal type, Optional<Field> field) {
    String called = "no decimal(%d, %d)".formatted(type.precision(), type.scale());
    if (field.isPresent() && field.get().isBytes() && !field.get().isDecimal()) {
      String name = field.get().name();
      return other(called, name.isEmpty() ? "bytes" : name);
    }
    JsonScalar digits =
        new JsonScalar(
            Set.of(
                JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT),
            called,
            text -> JsonScalar.decimal(text, type));
    JsonValue text = text(type, field, digits, called);
    return parser -> switch (parser.currentToken()) {
      case VALUE_STRING -> text.read(parser);
      case START_OBJECT -> DebeziumDecimal.read(parser, type, called);
      default -> digits.read(parser);
    };
  }

  private JsonValue text(
      ColumnType.Decimal type, Optional<Field> field, JsonScalar digits, String called) {
    Optional<Boolean> areBytes = field.map(Field::isBytes).or(() -> Optional.ofNullable(bytes));
    if (areBytes.isEmpty()) {
      return parser -> {
        throw BadValue.of(
            parser.getText(),
            "the digits of a decimal or its bytes, and nothing says which: set decimalsAsText() or decimalsAsBytes()");
      };
    }
    int scale = field.flatMap(Field::scale).orElse(type.scale());
    return areBytes.get() ? plain(called, text -> decimal(text, scale, type)) : digits;
  }

  /** A decimal of its bytes; null if the type cannot hold it. */
  static BigDecimal decimal(String base64, int scale, ColumnType.Decimal type) {
    BigInteger unscaled = new BigInteger(Base64.getDecoder().decode(base64));
    return JsonScalar.decimal(new BigDecimal(unscaled, scale).toString(), type);
  }
}
