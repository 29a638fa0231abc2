package dev.sluice.io.stream;

import dev.sluice.connect.Secret;
import dev.sluice.connect.Secrets;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.StreamSources;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.RecordShape;
import dev.sluice.spark.rows.SchemaDifference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.types.StructType;

/**
 * A stream of a format that Spark loads by name. Columns are found by name; narrower types are
 * widened, further columns are left out.
 *
 * <p>Every object is immutable; each method gives a changed copy.
 *
 * @param <T> the record each row is
 */
public final class StreamFormat<T extends Record> implements UnboundedSource<T> {

  private final String format;
  private final Class<T> type;
  private final Map<String, String> options;
  private final Map<String, Secret> secrets;
  private final boolean schemaIsTold;

  private StreamFormat(
      String format,
      Class<T> type,
      Map<String, String> options,
      Map<String, Secret> secrets,
      boolean schemaIsTold) {
    this.format = format;
    this.type = type;
    this.options = Collections.unmodifiableMap(options);
    this.secrets = Collections.unmodifiableMap(secrets);
    this.schemaIsTold = schemaIsTold;
  }

  static <T extends Record> StreamFormat<T> of(String format, Class<T> type) {
    RecordType.of(type).requireValid();
    return new StreamFormat<>(
        Objects.requireNonNull(format, "format"), type, Map.of(), Map.of(), false);
  }

  /**
   * Sets an option of the format.
   *
   * @param key the option's name, as in the format's documentation
   * @param value its value
   * @return a changed copy
   * @throws IllegalArgumentException if it is a secret
   */
  public StreamFormat<T> option(String key, String value) {
    if (Secrets.in(key, value)) {
      throw new IllegalArgumentException(
          "option '%s' is a secret: give it with option(key, Secret.env(…))".formatted(key));
    }
    return new StreamFormat<>(format, type, with(options, key, value), secrets, schemaIsTold);
  }

  /**
   * Sets an option that must not be shown. It is looked up each time the stream is read.
   *
   * @param key the option's name
   * @param value its value
   * @return a changed copy
   */
  public StreamFormat<T> option(String key, Secret value) {
    return new StreamFormat<>(format, type, options, with(secrets, key, value), schemaIsTold);
  }

  /**
   * Tells the format the record's columns, for formats that know none of their own.
   *
   * @return a changed copy
   */
  public StreamFormat<T> withSchema() {
    return new StreamFormat<>(format, type, options, secrets, true);
  }

  /** As in Spark the case of an option does not matter, and the last one given counts. */
  private static <V> Map<String, V> with(Map<String, V> given, String key, V value) {
    Map<String, V> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(given);
    changed.put(key, Objects.requireNonNull(value, "value"));
    return changed;
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "stream of format " + format;
  }

  @Override
  public List<String> checkStream(StreamContext context) {
    try {
      return problems(load(context).schema());
    } catch (Exception e) { // Scala's checked exceptions are not declared
      return List.of(
          "%s: cannot be read: %s".formatted(description(), Secrets.masked(String.valueOf(e))));
    }
  }

  private List<String> problems(StructType columns) {
    return RecordSchemas.differences(columns, RecordType.of(type)).stream()
        .filter(SchemaDifference::breaksReading)
        .map(difference -> description() + ": " + difference.sentence())
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the format's columns cannot be those of the record
   */
  @Override
  public Dataset<Row> readStream(StreamContext context) {
    Dataset<Row> rows = load(context);
    List<String> problems = problems(rows.schema());
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
    return RecordShape.of(rows, RecordType.of(type));
  }

  private Dataset<Row> load(StreamContext context) {
    DataStreamReader reader = StreamSources.named(context).format(format).options(options);
    for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
      reader = reader.option(secret.getKey(), secret.getValue().value());
    }
    return (schemaIsTold ? reader.schema(RecordSchemas.nullable(RecordType.of(type))) : reader)
        .load();
  }

  @Override
  public String toString() {
    return description();
  }
}
