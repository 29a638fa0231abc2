package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.RowFactory;

/** An object as a record, or as those components of it that are not beside the object. */
final class JsonObject implements JsonValue {

  private final String record;
  private final List<RecordComponentType> components;
  private final Map<String, Integer> positions = new HashMap<>();
  private final JsonValue[] values;
  private final JsonRules rules;

  JsonObject(RecordType record, List<RecordComponentType> components, JsonRules rules) {
    this(record, components, rules, c -> JsonValue.of(c.logicalType(), rules.within()));
  }

  /** With values that are written in another way than those of JSON. */
  JsonObject(
      RecordType record,
      List<RecordComponentType> components,
      JsonRules rules,
      Function<RecordComponentType, JsonValue> written) {
    this.record = record.simpleName();
    this.components = components;
    this.rules = rules;
    values = new JsonValue[components.size()];
    for (int i = 0; i < values.length; i++) {
      positions.put(components.get(i).column(), i);
      values[i] = written.apply(components.get(i));
    }
  }

  @Override
  public Object read(JsonParser parser) throws IOException, BadValue {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw BadValue.of(JsonSource.written(parser), "no object");
    }
    Object[] row = new Object[values.length];
    boolean[] seen = new boolean[values.length];
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Integer found = positions.get(name);
      JsonToken token = parser.nextToken();
      if (found == null) {
        unknown(name);
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
      RecordComponentType component = components.get(i);
      if (row[i] == null && !component.nullable()) {
        throw new BadValue(seen[i] ? "is NULL" : "is missing").in(component.name());
      }
      if (!seen[i] && rules.doubts().missingFields() != InDoubt.ACCEPT) {
        rules.meet(JsonDoubt.MISSING_FIELD, new BadValue("is missing").in(component.name()));
      }
    }
    return RowFactory.create(row);
  }

  private void unknown(String name) throws BadValue {
    InDoubt doubt = rules.doubts().unknownFields();
    if (doubt != InDoubt.ACCEPT && !rules.beside().contains(name)) {
      rules.meet(JsonDoubt.UNKNOWN_FIELD, BadValue.unknownField(name, record));
    }
  }
}
