package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON value at which the parser stands, and leaves the parser at its last token. */
interface JsonValue {

  /**
   * The value as Spark takes it from a function; never null.
   *
   * @throws BadValue if it is valid JSON and no value of the type
   */
  Object read(JsonParser parser) throws IOException, BadValue;

  /** The values of a type. */
  static JsonValue of(ColumnType type, JsonRules rules) {
    if (type instanceof ColumnType.ListOf list) {
      return list(of(list.element(), rules));
    }
    if (type instanceof ColumnType.MapOf map) {
      return map(JsonScalar.of(map.key(), rules), of(map.value(), rules));
    }
    if (type instanceof ColumnType.Struct struct) {
      RecordType record = struct.recordType();
      return new JsonObject(record, record.components(), rules);
    }
    return JsonScalar.of(type, rules);
  }

  private static JsonValue list(JsonValue element) {
    return parser -> {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw BadValue.of(JsonSource.written(parser), "no array");
      }
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        try {
          list.add(orNull(element, parser));
        } catch (BadValue e) {
          throw e.at(list.size());
        }
      }
      return list;
    };
  }

  private static JsonValue map(JsonKey key, JsonValue value) {
    return parser -> {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw BadValue.of(JsonSource.written(parser), "no object");
      }
      Map<Object, Object> map = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        try {
          Object typed = key.ofName(name);
          if (map.containsKey(typed)) {
            throw new BadValue("occurs twice");
          }
          map.put(typed, orNull(value, parser));
        } catch (BadValue e) {
          throw e.at(name);
        }
      }
      return map;
    };
  }

  private static Object orNull(JsonValue value, JsonParser parser) throws IOException, BadValue {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : value.read(parser);
  }
}
