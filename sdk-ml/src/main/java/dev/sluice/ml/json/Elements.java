package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists. Among texts there may be {@code null}, for a row may have none; whoever takes them says whether that is so.
 *
 * @param form of the elements
 */
record Elements<E>(Form<E> form) implements Form<List<E>> {

  @Override
  public List<E> read(JsonParser parser) throws IOException {
    Found.require(parser, JsonToken.START_ARRAY, "a list");
    List<E> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      boolean absent = form == Scalar.TEXT && parser.hasToken(JsonToken.VALUE_NULL);
      elements.add(absent ? null : form.read(parser));
    }
    return elements;
  }

  @Override
  public void write(List<E> value, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (E element : value) {
      if (element == null) {
        json.writeNull();
      } else {
        form.write(element, json);
      }
    }
    json.writeEndArray();
  }
}
