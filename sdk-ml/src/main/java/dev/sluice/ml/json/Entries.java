package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Maps from texts, in order.
 *
 * @param form of the values
 */
record Entries<V>(Form<V> form) implements Form<Map<String, V>> {

  @Override
  public Map<String, V> read(JsonParser parser) throws IOException {
    Found.require(parser, JsonToken.START_OBJECT, "an object");
    Map<String, V> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      entries.put(name, form.read(parser));
    }
    return entries;
  }

  @Override
  public void write(Map<String, V> value, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, V> entry : value.entrySet()) {
      json.writeFieldName(entry.getKey());
      form.write(entry.getValue(), json);
    }
    json.writeEndObject();
  }
}
