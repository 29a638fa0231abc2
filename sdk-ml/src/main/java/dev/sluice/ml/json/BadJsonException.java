package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import dev.sluice.annotation.Internal;

/** JSON cannot be read; the message says where and why, such as {@code at head.weights[3]: a text stands here, not a number}. */
@Internal
public final class BadJsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private BadJsonException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * At the place of a parser.
   *
   * @param exactly whether the byte matters, and not only which value it is
   */
  static BadJsonException at(JsonParser parser, boolean exactly, String why, Throwable cause) {
    StringBuilder place = new StringBuilder();
    for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent()) {
      if (at.inArray() && at.hasCurrentIndex()) {
        place.insert(0, "[" + at.getCurrentIndex() + "]");
      } else if (at.inObject() && at.hasCurrentName()) {
        place.insert(0, at.getCurrentName()).insert(0, ".");
      }
    }
    String value = place.indexOf(".") == 0 ? place.substring(1) : place.toString();
    String bytes = "byte " + parser.currentLocation().getByteOffset();
    if (value.isEmpty()) {
      value = bytes;
    } else if (exactly) {
      value += ", " + bytes;
    }
    return new BadJsonException("at %s: %s".formatted(value, why), cause);
  }
}
