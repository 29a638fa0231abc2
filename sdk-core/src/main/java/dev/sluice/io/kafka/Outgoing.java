package dev.sluice.io.kafka;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;

import dev.sluice.connect.Epoch;
import dev.sluice.connect.RowFormat;
import dev.sluice.io.kafka.Place.Kind;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.rows.Columns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Messages of rows, as {@link TopicWriter} takes them.
 *
 * @param layout which components are beside the value
 * @param format what the value is
 * @param keyedBy the component of the value that is the key too, if one is
 */
record Outgoing(Layout layout, RowFormat<?> format, Optional<RecordComponentType> keyedBy) {

  /** The positions of a message's parts in its row. */
  static final int KEY = 0;

  static final int VALUE = 1;
  static final int HEADERS = 2;
  static final int PARTITION = 3;
  static final int MILLIS = 4;

  private static final String SPARKS_HEADER_TYPE = "array<struct<key: string, value: binary>>";
  private static final String HEADER_TYPE = "array<struct<name: string, value: binary>>";

  /** Headers of every message that tell which batch of which stream it belongs to. */
  static List<Column> stamps(Epoch epoch) {
    return List.of(
        stamp("sluice.stream", epoch.stream()), stamp("sluice.epoch", Long.toString(epoch.id())));
  }

  private static Column stamp(String name, String value) {
    return struct(lit(name).as("name"), lit(value).cast("binary").as("value"));
  }

  /**
   * The messages.
   *
   * @param stamps headers that all of them have
   */
  Dataset<Row> messages(Dataset<Row> rows, List<Column> stamps) {
    return rows.select(
        key().cast("binary").as("key"),
        value().cast("binary").as("value"),
        headers(stamps).cast(HEADER_TYPE).as("headers"),
        beside(Kind.PARTITION).map(Columns::named).orElse(lit(null)).cast("int").as("partition"),
        beside(Kind.TIMESTAMP).map(this::millis).orElse(lit(null)).cast("long").as("millis"));
  }

  /** The messages as Spark's own writer takes them, which has no timestamps. */
  Dataset<Row> sparksMessages(Dataset<Row> rows) {
    return messages(rows, List.of())
        .select(
            col("key"),
            col("value"),
            col("headers").cast(SPARKS_HEADER_TYPE).as("headers"),
            col("partition"));
  }

  Column value() {
    return format.write(layout.columns());
  }

  private Column key() {
    return beside(Kind.KEY)
        .or(() -> keyedBy)
        .map(c -> new PlainBytes(c).write(Columns.named(c)))
        .orElse(lit(null));
  }

  private Column headers(List<Column> stamps) {
    return array_compact(
        array(
            Stream.concat(
                layout.beside().stream()
                    .filter(c -> layout.of(c).kind() == Kind.HEADER)
                    .map(this::header),
                stamps.stream())
                .toArray(Column[]::new)));
  }

  private Column header(RecordComponentType c) {
    Column value = new PlainBytes(c).write(Columns.named(c));
    return when(
        value.isNotNull(),
        struct(lit(layout.of(c).header()).as("name"), value.as("value")));
  }

  /** Kafka would take a finer time, or one before 1970, for another one. */
  private Column millis(RecordComponentType c) {
    Column time = Columns.named(c);
    Column micros = unix_micros(time);
    Column fails =
        raise_error(
            concat(
                lit(
                    "%s.%s is the message's timestamp, and Kafka has whole milliseconds since 1970 alone, not "
                        .formatted(layout.record().simpleName(), c.name())),
                time.cast("string"),
                lit(": truncate it before, or leave it in the value")));
    return when(micros.lt(0).or(pmod(micros, lit(1_000L)).notEqual(0)), fails.cast("long"))
        .otherwise(unix_millis(time));
  }

  private Optional<RecordComponentType> beside(Kind kind) {
    return layout.component(kind);
  }
}
