package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A text; of what is no text in JSON, its JSON as it is written.
 *
 * @param rules which say whether an object or an array may be one
 */
record JsonText(JsonRules rules) implements JsonKey {

  @Override
  public Object read(JsonParser parser) throws IOException, BadValue {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING) {
      return ofName(parser.getText());
    }
    String written = JsonSource.written(parser);
    if (token.isStructStart() && rules.doubts().structures() != InDoubt.ACCEPT) {
      rules.meet(JsonDoubt.STRUCTURE, BadValue.of(written, "no text"));
    }
    return written;
  }

  @Override
  public Object ofName(String name) throws BadValue {
    return JsonSource.requireUnicode(name);
  }
}
