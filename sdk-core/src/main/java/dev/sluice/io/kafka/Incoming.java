package dev.sluice.io.kafka;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Source;
import dev.sluice.connect.Texts;
import dev.sluice.io.kafka.Place.Kind;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.rows.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of the messages that Spark's Kafka module gives, of a batch or a stream.
 *
 * @param layout which components are beside the value
 * @param format what the value is
 * @param tombstones whether messages without a value are looked at; they are left out if not
 */
record Incoming(Layout layout, RowFormat<?> format, boolean tombstones) {

  private static final String FAULT = "fault";
  private static final String TOMBSTONE = "tombstone";
  private static final String VALUE = "value";

  private static final String TIMESTAMP = "timestamp";

  /** What is told of a malformed message: the names of the columns, and of the fields of an origin. */
  private static final List<String> ORIGIN =
      List.of("topic", "partition", "offset", TIMESTAMP, "key");

  /** Each message as a row, or as a malformed one. */
  Dataset<Row> rows(Dataset<Row> messages) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(VALUE).cast("string").as(Texts.TEXT));
    for (RecordComponentType c : layout.beside()) {
      columns.add(value(c).as(c.column()));
    }
    Optional<Column> fault = fault();
    List<Column> origin = new ArrayList<>(ORIGIN.stream().map(Incoming::ofMessage).toList());
    fault.ifPresent(why -> origin.addAll(List.of(why.as(FAULT), col(VALUE))));
    if (!tombstones) {
      origin.add(col(VALUE).isNull().as(TOMBSTONE));
    }
    columns.add(struct(origin.toArray(Column[]::new)).as(Source.ORIGIN));
    Dataset<Row> rows =
        format.parse(
            new Texts(
                messages.select(columns.toArray(Column[]::new)), layout.columns(), false));
    Dataset<Row> judged = fault.isPresent() ? withFaults(rows) : rows;
    return tombstones ? judged : withoutTombstones(judged);
  }

  /** What has no value is neither a row nor malformed. */
  private static Dataset<Row> withoutTombstones(Dataset<Row> rows) {
    Column leftOut = col(Source.ORIGIN).getField(TOMBSTONE);
    Dataset<Row> judged =
        rows.withColumn(Source.LEFT_OUT, leftOut)
            .withColumn(Source.MALFORMED, when(not(leftOut), col(Source.MALFORMED)));
    return Arrays.asList(rows.columns()).contains(Source.REASON)
        ? judged.withColumn(Source.REASON, when(not(leftOut), col(Source.REASON)))
        : judged;
  }

  private Column value(RecordComponentType c) {
    Place place = layout.of(c);
    return switch (place.kind()) {
      case KEY, HEADER -> new PlainBytes(c).read(bytes(place));
      case TIMESTAMP -> timestamp();
      case TOPIC -> col("topic");
      case PARTITION -> col("partition");
      case OFFSET -> col("offset");
    };
  }

  private static Column ofMessage(String column) {
    return column.equals(TIMESTAMP) ? timestamp().as(TIMESTAMP) : col(column);
  }

  /** Of messages that have none it would be a millisecond before 1970. */
  private static Column timestamp() {
    return when(col("timestampType").geq(0), col(TIMESTAMP));
  }

  /** Of several headers of a name the last one counts, as in Kafka's own clients. */
  private static Column bytes(Place place) {
    return place.kind() == Kind.KEY
        ? col("key")
        : try_element_at(
            filter(col("headers"), header -> header.getField("key").equalTo(place.header())),
            lit(-1))
            .getField("value");
  }

  /** What is wrong beside the value, NULL if nothing; empty if nothing can be. */
  private Optional<Column> fault() {
    List<Column> faults =
        layout.beside().stream()
            .filter(c -> List.of(Kind.KEY, Kind.HEADER).contains(layout.of(c).kind()))
            .flatMap(c -> new PlainBytes(c).fault(bytes(layout.of(c)), layout.of(c)).stream())
            .toList();
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(coalesce(faults.toArray(Column[]::new)));
  }

  /** A good value does not make a row of a message whose key or header is wrong. */
  private Dataset<Row> withFaults(Dataset<Row> rows) {
    Column origin = col(Source.ORIGIN);
    Column fault = origin.getField(FAULT);
    Column malformed = col(Source.MALFORMED);
    Column isGood = malformed.isNull().and(fault.isNull());
    List<Column> columns = new ArrayList<>();
    for (RecordComponentType c : layout.record().components()) {
      columns.add(when(isGood, Columns.named(c)).as(c.column()));
    }
    Column raw = coalesce(origin.getField(VALUE).cast("string"), lit(""));
    columns.add(coalesce(malformed, when(fault.isNotNull(), raw)).as(Source.MALFORMED));
    boolean hasReason = Arrays.asList(rows.columns()).contains(Source.REASON);
    Column reason = hasReason ? col(Source.REASON) : lit(null);
    columns.add(when(malformed.isNull(), fault).otherwise(reason).as(Source.REASON));
    List<String> told = new ArrayList<>(ORIGIN);
    if (!tombstones) {
      told.add(TOMBSTONE);
    }
    columns.add(
        struct(
            told.stream()
                .map(field -> origin.getField(field).as(field))
                .toArray(Column[]::new))
            .as(Source.ORIGIN));
    if (Arrays.asList(rows.columns()).contains(Source.DOUBTS)) {
      columns.add(when(isGood, col(Source.DOUBTS)).as(Source.DOUBTS));
    }
    return rows.select(columns.toArray(Column[]::new));
  }
}
