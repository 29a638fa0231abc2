package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;

/**
 * A binary floating point number. What JSON has no number for is a text, {@code "NaN"}, or the bare
 * word, as several programs write it.
 */
record JsonReal(JsonScalar finite, Function<Double, Object> special) implements JsonKey {

  private static final Set<JsonToken> NUMBER =
      Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);

  JsonReal(String called, JsonScalar.Text finite, Function<Double, Object> special) {
    this(new JsonScalar(NUMBER, called, finite), special);
  }

  @Override
  public Object read(JsonParser parser) throws IOException, BadValue {
    Double named = named(parser.getText());
    return named == null ? finite.read(parser) : special.apply(named);
  }

  @Override
  public Object ofName(String name) throws BadValue {
    Double named = named(name);
    return named == null ? finite.ofName(name) : special.apply(named);
  }

  private static Double named(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity", "+Infinity", "INF", "+INF" -> Double.POSITIVE_INFINITY;
      case "-Infinity", "-INF" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }
}
