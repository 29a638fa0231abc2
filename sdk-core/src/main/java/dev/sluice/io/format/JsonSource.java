package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.sluice.annotation.Internal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text that a parser reads, so that a part of it can be had as it was written: a number with
 * all its digits, an object as JSON.
 */
@Internal
public final class JsonSource {

  private static final Map<String, JsonReadFeature> FEATURES =
      Map.of(
          "allowComments", JsonReadFeature.ALLOW_JAVA_COMMENTS,
          "allowSingleQuotes", JsonReadFeature.ALLOW_SINGLE_QUOTES,
          "allowUnquotedFieldNames", JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
          "allowNumericLeadingZeros", JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
          "allowNonNumericNumbers", JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
          "allowBackslashEscapingAnyCharacter",
          JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
          "allowUnquotedControlChars", JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS);

  private JsonSource() {}

  /** What makes parsers, with Spark's options of the JSON format. */
  public static JsonFactory factory(Map<String, String> options) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.put("allowNonNumericNumbers", "true");
    anyCase.putAll(options);
    var builder =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build());
    FEATURES.forEach(
        (option, feature) -> builder.configure(feature, Boolean.parseBoolean(anyCase.get(option))));
    // names of fields are data here: a table of all that were ever seen is of no use
    return builder
        .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  public static JsonParser parser(JsonFactory factory, String text) throws IOException {
    return factory.createParser(text.toCharArray());
  }

  /**
   * The value at which the parser stands, as it is written; the parser then stands at its end.
   *
   * @throws BadValue if there is a number in it that JSON does not know, such as NaN
   */
  static String written(JsonParser parser) throws IOException, BadValue {
    JsonLocation start = parser.currentTokenLocation();
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
        throw BadValue.of(parser.getText(), "not JSON");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth > 0) {
        parser.nextToken();
      }
    } while (depth > 0);
    return between(start, parser);
  }

  /** The same of an element of a file, whatever is in it. */
  public static String element(JsonParser parser) throws IOException {
    JsonLocation start = parser.currentTokenLocation();
    parser.skipChildren();
    return between(start, parser);
  }

  private static String between(JsonLocation start, JsonParser parser) throws IOException {
    parser.finishToken(); // of a text only the first quote may have been read
    int from = Math.toIntExact(start.getCharOffset());
    int to = Math.toIntExact(parser.currentLocation().getCharOffset());
    return new String((char[]) start.contentReference().getRawContent(), from, to - from);
  }

  /** What is wrong with a text that is no JSON, in one line, without the text itself. */
  static String reason(JsonProcessingException e) {
    return "is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("");
  }

  /** Refuses half a character, which would become a question mark. */
  static String requireUnicode(String text) throws BadValue {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (Character.isSurrogate(each)) {
        if (Character.isLowSurrogate(each)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new BadValue("has half a surrogate pair");
        }
        i++;
      }
    }
    return text;
  }

  /**
   * The text of bytes, without a byte order mark.
   *
   * @throws BadValue if they are no UTF-8
   */
  public static String decode(byte[] bytes) throws BadValue {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) { // there, or put in place of what is wrong
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      } catch (CharacterCodingException e) {
        throw new BadValue("is not UTF-8");
      }
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
