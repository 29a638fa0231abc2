package dev.sluice.ml.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/**
 * Records of several kinds, which stand for each other: as objects whose first field says the kind. A document can name no class,
 * only what is in the table.
 */
final class Kinds<T> implements Form<T> {

  private static final String KIND = "kind";

  private final Map<String, Class<? extends Record>> classes;
  private final JsonForms forms;

  /** Of a table, and what has the fields of its classes when they are asked for. */
  Kinds(Map<String, Class<? extends Record>> classes, JsonForms forms) {
    this.classes = classes;
    this.forms = forms;
  }

  @Override
  @SuppressWarnings("unchecked") // all classes of the table are kinds of T
  public T read(JsonParser parser) throws IOException {
    Found.require(parser, JsonToken.START_OBJECT, "an object");
    if (parser.nextToken() != JsonToken.FIELD_NAME || !parser.currentName().equals(KIND)) {
      throw new IllegalArgumentException("the field 'kind' must stand first, and does not");
    }
    parser.nextToken();
    String kind = (String) Scalar.TEXT.read(parser);
    Class<? extends Record> found = classes.get(kind);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no kind '%s', only %s".formatted(kind, classes.keySet()));
    }
    return (T) forms.fields(found).rest(parser);
  }

  @Override
  public void write(T value, JsonGenerator json) throws IOException {
    Map.Entry<String, Class<? extends Record>> kind = kind(value.getClass());
    json.writeStartObject();
    json.writeStringField(KIND, kind.getKey());
    forms.fields(kind.getValue()).writeRest(value, json);
  }

  private Map.Entry<String, Class<? extends Record>> kind(Class<?> type) {
    for (Map.Entry<String, Class<? extends Record>> entry : classes.entrySet()) {
      if (entry.getValue() == type) {
        return entry;
      }
    }
    throw new IllegalArgumentException("documents have no kind for " + type.getName());
  }
}
