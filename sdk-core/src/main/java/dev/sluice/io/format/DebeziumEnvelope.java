package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is around the row of a change: the parts as they are written, since what was done, which says
 * what of them counts, stands behind the row.
 *
 * @param schema what Kafka Connect puts beside it
 * @param parts the fields of the change, as JSON
 */
record DebeziumEnvelope(Optional<String> schema, Map<String, String> parts) {

  private static final String NULL = "null";
  private static final String OPERATION = "op";
  private static final String SOURCE = "source";
  private static final String PAYLOAD = "payload";
  private static final String SCHEMA = "schema";

  static DebeziumEnvelope of(JsonFactory factory, byte[] bytes) throws IOException, BadValue {
    Map<String, String> fields = fields(factory, JsonSource.decode(bytes));
    if (!fields.containsKey(PAYLOAD) || fields.containsKey(OPERATION)) {
      return new DebeziumEnvelope(Optional.empty(), fields);
    }
    return new DebeziumEnvelope(
        Optional.ofNullable(fields.get(SCHEMA)), fields(factory, fields.get(PAYLOAD)));
  }

  private static Map<String, String> fields(JsonFactory factory, String text)
      throws IOException, BadValue {
    return fields(
        factory, text, Set.of(OPERATION, SOURCE, "before", "after", SCHEMA, PAYLOAD));
  }

  private static Map<String, String> fields(JsonFactory factory, String text, Set<String> wanted)
      throws IOException, BadValue {
    try (JsonParser parser = JsonSource.parser(factory, text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new BadValue("is empty");
      }
      if (first != JsonToken.START_OBJECT) {
        throw BadValue.of(JsonSource.written(parser), "no object");
      }
      Map<String, String> fields = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (!wanted.contains(name)) {
          parser.skipChildren();
        } else if (fields.put(name, JsonSource.written(parser)) != null) {
          throw new BadValue("has '%s' twice".formatted(name));
        }
      }
      if (parser.nextToken() != null) {
        throw new BadValue("has something behind the object");
      }
      return fields;
    }
  }

  /**
   * What was done: {@code c} or {@code r} if the row is new, {@code u} if it was changed, {@code d}
   * if it is gone.
   *
   * @throws BadValue if it is none of these
   */
  String operation() throws BadValue {
    String written = parts.getOrDefault(OPERATION, NULL);
    return switch (written) {
      case "\"c\"", "\"r\"", "\"u\"", "\"d\"" -> written.substring(1, 2);
      case "\"t\"" ->
        throw new BadValue("says that the whole table was emptied, and not which rows are gone");
      case NULL -> throw new BadValue("is no change of a row: it has no 'op'");
      default -> throw BadValue.of(written, "no operation: c, r, u or d").in(OPERATION);
    };
  }

  boolean isDelete() throws BadValue {
    return operation().equals("d");
  }

  /** The row as it is after the change, or, of a delete, was before. */
  String image() throws BadValue {
    String image = parts.getOrDefault(isDelete() ? "before" : "after", NULL);
    if (!image.equals(NULL)) {
      return image;
    }
    throw new BadValue(
        isDelete()
            ? "deletes a row, and does not say which: 'before' is NULL, the table has no key or REPLICA IDENTITY"
            : "changes a row, and does not say to what: 'after' is NULL");
  }

  /** Fields of the source as they are written, of those that are wanted. */
  Map<String, String> source(JsonFactory factory, Set<String> wanted)
      throws IOException, BadValue {
    String source = parts.getOrDefault(SOURCE, NULL);
    return wanted.isEmpty() || source.equals(NULL) ? Map.of() : fields(factory, source, wanted);
  }
}
