package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A text; of what is no text in JSON, its JSON as it is written. */
record JsonText() implements JsonKey {

  @Override
  public Object read(JsonParser parser) throws IOException, BadValue {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? ofName(parser.getText())
        : JsonSource.written(parser);
  }

  @Override
  public Object ofName(String name) throws BadValue {
    return JsonSource.requireUnicode(name);
  }
}
