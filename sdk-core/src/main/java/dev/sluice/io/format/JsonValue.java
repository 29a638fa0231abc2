package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;

/** Reads the JSON value at which the parser stands, and leaves the parser at its last token. */
interface JsonValue {

  /**
   * The value as Spark takes it from a function; never null.
   *
   * @throws BadValue if it is valid JSON and no value of the type
   */
  Object read(JsonParser parser) throws IOException, BadValue;

  /** The values of a type. */
  static JsonValue of(ColumnType type, TimeText times) {
    if (type instanceof ColumnType.ListOf list) {
      return list(of(list.element(), times));
    }
    if (type instanceof ColumnType.MapOf map) {
      return map(JsonScalar.of(map.key(), times), of(map.value(), times));
    }
    if (type instanceof ColumnType.Struct struct) {
      return object(struct.recordType().components(), times);
    }
    return JsonScalar.of(type, times);
  }

  /** An object as a record that has these components. */
  static JsonValue object(List<RecordComponentType> components, TimeText times) {
    Map<String, Integer> positions = new HashMap<>();
    JsonValue[] values = new JsonValue[components.size()];
    for (int i = 0; i < values.length; i++) {
      positions.put(components.get(i).column(), i);
      values[i] = of(components.get(i).logicalType(), times);
    }
    return parser -> {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw BadValue.of(JsonSource.written(parser), "no object");
      }
      Object[] row = new Object[values.length];
      boolean[] seen = new boolean[values.length];
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Integer found = positions.get(parser.currentName());
        JsonToken token = parser.nextToken();
        if (found == null) {
          parser.skipChildren();
          continue;
        }
        RecordComponentType component = components.get(found);
        if (seen[found]) {
          throw new BadValue("occurs twice").in(component.name());
        }
        seen[found] = true;
        if (token != JsonToken.VALUE_NULL) {
          try {
            row[found] = values[found].read(parser);
          } catch (BadValue e) {
            throw e.in(component.name());
          }
        }
      }
      for (int i = 0; i < row.length; i++) {
        if (row[i] == null && !components.get(i).nullable()) {
          throw new BadValue(seen[i] ? "is NULL" : "is missing").in(components.get(i).name());
        }
      }
      return RowFactory.create(row);
    };
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
