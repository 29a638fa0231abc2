package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.io.format.DebeziumSchema.Field;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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

  private static final String UNAVAILABLE = "__debezium_unavailable_value";

  /** What PostgreSQL's driver makes of an infinite time. */
  private static final Set<String> INFINITE = Set.of("9223372036825200000", "-9223372036832400000");

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
    JsonValue plain = JsonValue.of(type, rules);
    if (!(type instanceof Scalar scalar)) {
      return plain;
    }
    return switch (scalar) {
      case DATE -> numberOr(plain("no date", DebeziumValues::date), days());
      case TIMESTAMP -> numberOr(plain("no timestamp", DebeziumValues::moment), moments(field));
      case TIMESTAMP_NTZ ->
        numberOr(
            plain("no date and time without zone", text -> local(text, rules)),
            number(field, "no date and time", DebeziumValues::local));
      case DURATION ->
        numberOr(
            plain("no duration", TimeText::duration),
            number(field, "no duration", DebeziumValues::duration));
      case STRING, BINARY -> available(plain);
      default -> plain;
    };
  }

  private static JsonScalar plain(String called, JsonScalar.Text text) {
    return new JsonScalar(Set.of(JsonToken.VALUE_STRING), called, text);
  }

  private static JsonScalar whole(String called, JsonScalar.Text text) {
    return new JsonScalar(Set.of(JsonToken.VALUE_NUMBER_INT), called, text);
  }

  private static JsonValue numberOr(JsonValue text, JsonValue number) {
    return parser -> parser.currentToken().isNumeric() ? number.read(parser) : text.read(parser);
  }

  private static JsonValue days() {
    return whole("no date", text -> LocalDate.ofEpochDay(Integer.parseInt(text)));
  }

  /** A moment as a number, in the unit that the schema says, or else the author of the pipeline. */
  private JsonValue moments(Optional<Field> field) {
    return number(field, "no timestamp", DebeziumValues::moment);
  }

  /** The moment of a source, whose unit is in its name. */
  static JsonValue moment(ChronoUnit unit) {
    return whole("no timestamp", text -> moment(micros(text, unit)));
  }

  @FunctionalInterface
  private interface OfMicros {
    Object value(long micros);
  }

  private JsonValue number(Optional<Field> field, String called, OfMicros value) {
    Optional<ChronoUnit> known = field.flatMap(Field::unit).or(() -> Optional.ofNullable(unit));
    if (known.isEmpty()) {
      return parser -> {
        throw BadValue.of(
            JsonSource.written(parser),
            "a number, and nothing says of which unit: set timesIn(…)");
      };
    }
    return whole(called, text -> value.value(micros(text, known.get())));
  }

  /** Nothing is rounded: what has no whole number of microseconds is no value. */
  private static long micros(String text, ChronoUnit unit) {
    if (INFINITE.contains(text)) {
      throw new ArithmeticException("infinite");
    }
    long number = Long.parseLong(text);
    return switch (unit) {
      case MILLIS -> Math.multiplyExact(number, 1_000L);
      case MICROS -> number;
      default -> {
        if (number % 1_000 != 0) {
          throw new ArithmeticException("nanoseconds");
        }
        yield number / 1_000;
      }
    };
  }

  private static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static LocalDateTime local(long micros) {
    return LocalDateTime.ofInstant(moment(micros), ZoneOffset.UTC);
  }

  private static Duration duration(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }

  /** Debezium's ISO texts of dates and of times without zone end with a Z, which says nothing. */
  private static LocalDate date(String text) {
    return LocalDate.parse(withoutZ(text));
  }

  private static LocalDateTime local(String text, JsonRules rules) {
    return rules.times().local(withoutZ(text));
  }

  private static String withoutZ(String text) {
    return text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
  }

  /** A text without a zone would be another moment in each session. */
  private static Instant moment(String text) {
    Instant moment = OffsetDateTime.parse(text).toInstant();
    ChronoUnit.MICROS.between(Instant.EPOCH, moment); // fails if a column cannot hold it
    return moment;
  }

  private JsonValue decimal(ColumnType.Decimal type, Optional<Field> field) {
    String called = "no decimal(%d, %d)".formatted(type.precision(), type.scale());
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

  /** What an update did not change, and is stored apart, PostgreSQL does not tell. */
  private static JsonValue available(JsonValue plain) {
    return parser -> {
      Object value = plain.read(parser);
      if (UNAVAILABLE.equals(value)
          || value instanceof byte[] all
              && Arrays.equals(all, UNAVAILABLE.getBytes(StandardCharsets.UTF_8))) {
        throw new BadValue(
            "was not told by the database, as it was not changed: set REPLICA IDENTITY FULL");
      }
      return value;
    };
  }
}
