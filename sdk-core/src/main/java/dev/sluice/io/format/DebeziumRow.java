package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.io.format.DebeziumSchema.Field;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.TaskWarnings;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;

/**
 * Reads one change as a row of a record: a function of bytes that gives the row, or the reason why
 * there is none.
 */
final class DebeziumRow implements UDF1<byte[], Row> {

  private static final long serialVersionUID = 1L;

  private static final String NULL = "null";

  private final Class<?> type;
  private final ArrayList<String> beside;
  private final DebeziumLayout layout;
  private transient JsonFactory factory;
  private transient List<RecordComponentType> components;
  private transient Map<String, JsonValue> ofSource;
  private transient String schema;
  private transient JsonObject after;
  private transient JsonObject before;

  /**
   * What reads rows.
   *
   * @param type the record
   * @param beside its columns that are not in the text
   * @param layout where the others are
   */
  DebeziumRow(Class<?> type, List<String> beside, DebeziumLayout layout) {
    this.type = type;
    this.beside = new ArrayList<>(beside);
    this.layout = layout;
  }

  @Override
  public Row call(byte[] bytes) throws IOException {
    if (bytes == null) {
      return RowFactory.create(null, Parsed.NULL);
    }
    if (factory == null) {
      factory = JsonSource.factory(Map.of());
      components = Parsed.inText(RecordType.of(type), beside);
      ofSource = new HashMap<>();
      for (RecordComponentType c : components) {
        if (layout.source().containsKey(c.name())) {
          ofSource.put(c.name(), ofSource(layout.source().get(c.name()), c));
        }
      }
    }
    try {
      return RowFactory.create(row(DebeziumEnvelope.of(factory, bytes)), null);
    } catch (BadValue e) {
      return RowFactory.create(null, e.reason());
    } catch (JsonProcessingException e) {
      return RowFactory.create(null, JsonSource.reason(e));
    }
  }

  private Row row(DebeziumEnvelope change) throws IOException, BadValue {
    String operation = change.operation();
    prepare(change.schema().orElse(NULL));
    Row columns = (Row) read(change.image(), change.isDelete() ? before : after);
    Map<String, String> source = change.source(factory, Set.copyOf(layout.source().values()));
    Object[] row = new Object[components.size()];
    int column = 0;
    for (int i = 0; i < row.length; i++) {
      RecordComponentType c = components.get(i);
      String field = layout.source().get(c.name());
      if (c.name().equals(layout.operation())) {
        row[i] = operation;
      } else {
        row[i] = field == null ? columns.get(column++) : source(source.get(field), field, c);
      }
    }
    return RowFactory.create(row);
  }

  private Object source(String written, String field, RecordComponentType c)
      throws IOException, BadValue {
    if (NULL.equals(written) && c.nullable()) {
      return null;
    }
    if (written == null || written.equals(NULL)) {
      throw new BadValue(written == null ? "is missing" : "is NULL").in("source." + field);
    }
    try {
      return read(written, ofSource.get(c.name()));
    } catch (BadValue e) {
      throw e.in("source." + field);
    }
  }

  private static JsonValue ofSource(String field, RecordComponentType c) {
    if (c.logicalType() == Scalar.TIMESTAMP) {
      return DebeziumValues.moment(DebeziumLayout.unit(field));
    }
    return c.logicalType() == Scalar.LONG
        ? new JsonScalar( // Oracle's numbers can be longer than a number of JavaScript
            Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_STRING), "no long", Long::valueOf)
        : new JsonText(rules(JsonDoubts.NONE));
  }

  private Object read(String text, JsonValue value) throws IOException, BadValue {
    try (JsonParser parser = JsonSource.parser(factory, text)) {
      parser.nextToken();
      return value.read(parser);
    }
  }

  /** Messages of one table have one schema, until the table is changed. */
  private void prepare(String of) throws JsonProcessingException {
    if (!of.equals(schema)) {
      Map<String, Field> fields = DebeziumSchema.fields(of);
      after = columns(fields, JsonDoubts.NONE.missingFields(InDoubt.REJECT));
      before = columns(fields, JsonDoubts.NONE);
      schema = of;
    }
  }

  private JsonObject columns(Map<String, Field> fields, JsonDoubts doubts) {
    JsonRules rules = rules(doubts);
    return new JsonObject(
        RecordType.of(type),
        layout.columns(components),
        rules,
        c -> layout.values()
            .of(c.logicalType(), Optional.ofNullable(fields.get(c.column())), rules));
  }

  private static JsonRules rules(JsonDoubts doubts) {
    TimeText iso =
        new TimeText(ZoneOffset.UTC, Optional.empty(), Optional.empty(), Optional.empty());
    return new JsonRules(iso, doubts, new TaskWarnings("debezium json"), Set.of());
  }
}
