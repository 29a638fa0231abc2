package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A value without parts, from its text and the kind of JSON it is. Nothing is made to fit: a number
 * that is too large, or has digits that the type cannot keep, is not a value.
 *
 * @param kinds the tokens that can be such a value
 * @param called what it is called in a reason
 * @param text the value of a text
 */
record JsonScalar(Set<JsonToken> kinds, String called, Text text) implements JsonKey {

  /** The value of a text. */
  @FunctionalInterface
  interface Text {

    /** The value; null, or an exception of Java's own parsers, if the text is none. */
    Object value(String text);
  }

  private static final Set<JsonToken> WHOLE = Set.of(JsonToken.VALUE_NUMBER_INT);
  private static final Set<JsonToken> STRING = Set.of(JsonToken.VALUE_STRING);
  private static final Set<JsonToken> WHOLE_OR_STRING =
      Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_STRING);
  private static final Set<JsonToken> NUMBER_OR_STRING =
      Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT, JsonToken.VALUE_STRING);
  private static final Set<JsonToken> TRUTH = Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);

  static JsonKey of(ColumnType type, JsonRules rules) {
    TimeText times = rules.times();
    if (type instanceof ColumnType.Decimal decimal) {
      String called = "no decimal(%d, %d)".formatted(decimal.precision(), decimal.scale());
      return new JsonScalar(NUMBER_OR_STRING, called, text -> decimal(text, decimal));
    }
    if (type instanceof ColumnType.Enumeration constants) {
      Set<String> names =
          Arrays.stream(constants.type().getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.toUnmodifiableSet());
      String called = "not a constant of " + constants.type().getSimpleName();
      return new JsonScalar(STRING, called, text -> names.contains(text) ? text : null);
    }
    return switch ((Scalar) type) {
      case BOOLEAN -> new JsonScalar(TRUTH, "not true or false", JsonScalar::truth);
      case BYTE -> new JsonScalar(WHOLE, "no byte", Byte::valueOf);
      case SHORT -> new JsonScalar(WHOLE, "no short", Short::valueOf);
      case INT -> new JsonScalar(WHOLE, "no int", Integer::valueOf);
      case LONG -> new JsonScalar(WHOLE, "no long", Long::valueOf);
      case FLOAT -> new JsonReal("no float", JsonScalar::real32, Double::floatValue);
      case DOUBLE -> new JsonReal("no double", JsonScalar::real64, named -> named);
      case STRING -> new JsonText(rules);
      case DATE ->
        new JsonScalar(times.hasDatePattern() ? WHOLE_OR_STRING : STRING, "no date", times::date);
      case TIMESTAMP ->
        new JsonScalar(
            times.hasTimestampPattern() ? WHOLE_OR_STRING : STRING,
            "no timestamp",
            times::timestamp);
      case TIMESTAMP_NTZ -> new JsonScalar(STRING, "no date and time without zone", times::local);
      case DURATION -> new JsonScalar(STRING, "no duration", TimeText::duration);
      case BINARY -> new JsonScalar(STRING, "no Base64", Base64.getDecoder()::decode);
    };
  }

  @Override
  public Object read(JsonParser parser) throws IOException, BadValue {
    if (!kinds.contains(parser.currentToken())) {
      throw BadValue.of(JsonSource.written(parser), called);
    }
    return ofName(parser.getText());
  }

  @Override
  public Object ofName(String name) throws BadValue {
    Object value;
    try {
      value = text.value(name);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      value = null;
    }
    if (value == null) {
      throw BadValue.of(name, called);
    }
    return value;
  }

  private static Boolean truth(String text) {
    return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
  }

  /** 1e400 is not infinite: it is no double. */
  private static Double real64(String text) {
    double value = Double.parseDouble(requireNumber(text));
    return Double.isInfinite(value) ? null : (Double) value;
  }

  private static Float real32(String text) {
    float value = Float.parseFloat(requireNumber(text));
    return Float.isInfinite(value) ? null : (Float) value;
  }

  /** Java reads more than JSON has: blanks around a number, a letter behind it, hexadecimals. */
  private static String requireNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        throw new NumberFormatException(text);
      }
    }
    return text;
  }

  static BigDecimal decimal(String text, ColumnType.Decimal type) {
    BigDecimal value = new BigDecimal(requireNumber(text));
    if (value.signum() == 0) {
      return new BigDecimal(BigInteger.ZERO, type.scale());
    }
    // before the scale is set: 1e1000000000 would fill the memory with zeros
    if ((long) value.precision() - value.scale() > type.precision() - type.scale()
        || value.scale() > type.scale() && value.stripTrailingZeros().scale() > type.scale()) {
      return null;
    }
    return value.setScale(type.scale(), RoundingMode.UNNECESSARY);
  }
}
