package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** What stands in JSON, and what must stand there. */
final class Found {

  private static final String NULL = "something is null that must be there";

  private Found() {}

  /** Refuses everything but this token. */
  static void require(JsonParser parser, JsonToken token, String wanted) {
    if (!parser.hasToken(token)) {
      throw other(parser, wanted);
    }
  }

  /** That something else stands there. */
  static IllegalArgumentException other(JsonParser parser, String wanted) {
    JsonToken token = parser.currentToken();
    return new IllegalArgumentException(
        token == JsonToken.VALUE_NULL
            ? NULL
            : "%s stands here, not %s".formatted(text(token), wanted));
  }

  /**
   * That what stands there makes no value. A list that has no place for {@code null} says so by its exception alone.
   *
   * @param cause what the value's own code has thrown
   */
  static IllegalArgumentException refused(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    } else if (cause instanceof IllegalArgumentException own) {
      return own;
    }
    return new IllegalArgumentException(
        cause instanceof NullPointerException ? NULL : cause.toString(), cause);
  }

  private static String text(JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT -> "a whole number";
      case VALUE_NUMBER_FLOAT -> "a fraction";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "something else";
    };
  }
}
