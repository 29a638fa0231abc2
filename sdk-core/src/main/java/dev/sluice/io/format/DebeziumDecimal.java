package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.record.ColumnType;
import java.io.IOException;
import java.util.Set;

/** A decimal that brings its scale: {@code {"scale": 2, "value": "AN3h"}}. */
final class DebeziumDecimal {

  private DebeziumDecimal() {}

  /** The value of the object at which the parser stands. */
  static Object read(JsonParser parser, ColumnType.Decimal type, String called)
      throws IOException, BadValue {
    Integer scale = null;
    String value = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("scale") && token == JsonToken.VALUE_NUMBER_INT) {
        scale = parser.getIntValue();
      } else if (name.equals("value") && token == JsonToken.VALUE_STRING) {
        value = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    if (scale == null || value == null) {
      throw new BadValue("is an object without scale and value, " + called);
    }
    int known = scale;
    return new JsonScalar(
        Set.of(), called, text -> DebeziumValues.decimal(text, known, type))
        .ofName(value);
  }
}
