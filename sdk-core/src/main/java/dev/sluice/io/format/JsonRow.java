package dev.sluice.io.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.TimePattern;
import dev.sluice.spark.rows.TaskWarnings;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;

/**
 * Reads one JSON object as a row of a record: a function of bytes that gives the row, or the reason
 * why there is none; and, if there are doubts that are counted, a truth for each of them.
 */
final class JsonRow implements UDF1<byte[], Row> {

  private static final long serialVersionUID = 1L;

  private final Class<?> type;
  private final ArrayList<String> directories;
  private final HashMap<String, String> options;
  private final String zone;
  private final JsonDoubts doubts;
  private transient JsonFactory factory;
  private transient JsonRules rules;
  private transient JsonValue object;

  /**
   * What reads rows.
   *
   * @param type the record
   * @param directories its columns that are not in the object
   * @param options Spark's options of the JSON format
   * @param zone the session's zone
   * @param doubts what becomes of doubtful objects
   */
  JsonRow(
      Class<?> type,
      List<String> directories,
      Map<String, String> options,
      String zone,
      JsonDoubts doubts) {
    this.type = type;
    this.directories = new ArrayList<>(directories);
    this.options = new HashMap<>(options);
    this.zone = zone;
    this.doubts = doubts;
  }

  @Override
  public Row call(byte[] bytes) throws IOException {
    if (bytes == null) {
      return none(Parsed.NULL);
    }
    if (object == null) {
      prepare();
    }
    try {
      String text = JsonSource.decode(bytes);
      try (JsonParser parser = JsonSource.parser(factory, text)) {
        rules.met().clear();
        return result(row(parser), null);
      }
    } catch (BadValue e) {
      return none(e.reason());
    } catch (JsonProcessingException e) {
      return none(JsonSource.reason(e));
    }
  }

  private Row none(String reason) {
    return result(null, reason);
  }

  private Row result(Object row, String reason) {
    List<JsonDoubt> warned = doubts.warned();
    if (warned.isEmpty()) {
      return RowFactory.create(row, reason);
    }
    Object[] met =
        warned.stream().map(doubt -> row != null && rules.met().contains(doubt)).toArray();
    return RowFactory.create(row, reason, RowFactory.create(met));
  }

  private Object row(JsonParser parser) throws IOException, BadValue {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new BadValue("is empty");
    }
    Object row = object.read(parser);
    if (parser.nextToken() != null) {
      throw new BadValue("has something behind the object");
    }
    return row;
  }

  private void prepare() {
    RecordType record = RecordType.of(type);
    List<RecordComponentType> components = Parsed.inText(record, directories);
    TaskWarnings warnings = new TaskWarnings("json of " + record.simpleName());
    rules = new JsonRules(times(), doubts, warnings, Set.copyOf(directories));
    factory = JsonSource.factory(options);
    object = new JsonObject(record, components, rules);
  }

  private TimeText times() {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(options);
    ZoneId of = ZoneId.of(anyCase.getOrDefault("timeZone", zone));
    Locale locale = Locale.forLanguageTag(anyCase.getOrDefault("locale", "en-US"));
    return new TimeText(
        of,
        pattern(anyCase, "dateFormat").map(p -> TimePattern.ofDates(p, locale)),
        pattern(anyCase, "timestampFormat").map(p -> TimePattern.ofTimestamps(p, of, locale)),
        pattern(anyCase, "timestampNTZFormat").map(p -> TimePattern.ofTimestamps(p, of, locale)));
  }

  private static Optional<String> pattern(Map<String, String> options, String option) {
    return Optional.ofNullable(options.get(option))
        .filter(pattern -> !pattern.equals(JsonFormat.WRITTEN.get(option)));
  }
}
