package dev.sluice.io.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Texts;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordSchemas;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A change of a row of a table, as <a href="https://debezium.io">Debezium</a> tells it in JSON, with
 * or without Kafka Connect's {@code schema} and {@code payload} around it.
 *
 * <pre>{@code
 * record OrderChange(String op, long id, String status, BigDecimal total, long lsn, Instant at) {}
 *
 * Formats.debezium(OrderChange.class, OrderChange::op)      // c, r, u or d
 *     .source("lsn", OrderChange::lsn)                       // a field of Debezium's source
 *     .source("ts_ms", OrderChange::at)
 * }</pre>
 *
 * <p>The other components are columns of the table: as they are after the change, or, of a delete, as
 * they were before. A component of which {@code after} has no field is rejected, so that a renamed
 * column is found; columns that the record does not have are left out. {@code before} may have no
 * more than the key, unless the table tells more (in PostgreSQL by {@code REPLICA IDENTITY FULL}), so
 * all other components should be of types that can be NULL.
 *
 * <p>Rejected are also: another operation, the emptying of a whole table ({@code t}), a change without
 * its row, a value that the database did not tell ({@code __debezium_unavailable_value}, also as an
 * array or a map), an infinite date or time, a date, time or decimal that is something else by the
 * message's schema, and what {@link JsonFormat} rejects of values. Only top-level dates, times and
 * decimals are read as Debezium writes them; those in arrays and structures have to be as in JSON.
 *
 * <p>A message without a value, which Debezium sends after a delete, is no change: leave it out with
 * {@link dev.sluice.io.kafka.KafkaSource#withoutTombstones}, as {@link
 * dev.sluice.io.kafka.KafkaTopic#debezium} does. The format only reads.
 *
 * @param <T> the record each change is
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public final class DebeziumFormat<T extends Record> implements RowFormat<T> {

  private static final String ROW = "row";
  private static final String REASON = "reason";

  private final Class<T> type;
  private final DebeziumLayout layout;

  private DebeziumFormat(Class<T> type, DebeziumLayout layout) {
    this.type = type;
    this.layout = layout;
  }

  static <T extends Record> DebeziumFormat<T> of(Class<T> type, Fields.Text<T> operation) {
    RecordType record = RecordType.of(type).requireValid();
    return new DebeziumFormat<>(
        type, DebeziumLayout.of(record, PartitionColumns.name(operation)));
  }

  private DebeziumFormat<T> with(String field, Serializable accessor) {
    RecordType record = RecordType.of(type);
    return new DebeziumFormat<>(
        type, layout.with(record, field, PartitionColumns.name(accessor)));
  }

  /**
   * A component is a field of the change's {@code source}, and no column of the table: where and when
   * the database made it. What grows with each change is {@code lsn} in PostgreSQL, {@code scn} in
   * Oracle, and with the binary log's file {@code pos} in MySQL.
   *
   * @param field its name; a change without it is rejected
   * @param accessor the component
   * @return a changed copy
   * @throws IllegalArgumentException if the component has its place already
   */
  public DebeziumFormat<T> source(String field, Fields.PrimitiveLong<T> accessor) {
    return with(field, accessor);
  }

  /** The same by another kind of column. */
  public DebeziumFormat<T> source(String field, Fields.BoxedLong<T> accessor) {
    return with(field, accessor);
  }

  /** The same by another kind of column. */
  public DebeziumFormat<T> source(String field, Fields.Text<T> accessor) {
    return with(field, accessor);
  }

  /**
   * The same of a moment: {@code ts_ms}, {@code ts_us} or {@code ts_ns}, in milliseconds,
   * microseconds or nanoseconds as their names say.
   *
   * @throws IllegalArgumentException if the field has another ending
   */
  public DebeziumFormat<T> source(String field, Fields.Timestamp<T> accessor) {
    DebeziumLayout.unit(field);
    return with(field, accessor);
  }

  /**
   * Numbers in columns of dates with times, and of durations, are in this unit, where no {@code
   * schema} in the message says what they are. Unless set such a number is rejected: a column of
   * PostgreSQL with three digits behind the second is in milliseconds, one with six in microseconds.
   * Dates are days since 1970, and texts are ISO 8601, whatever is set.
   *
   * @param unit milliseconds, microseconds or nanoseconds
   * @return a changed copy
   * @throws IllegalArgumentException if it is another unit
   */
  public DebeziumFormat<T> timesIn(ChronoUnit unit) {
    return new DebeziumFormat<>(type, layout.with(layout.values().timesIn(unit)));
  }

  /**
   * Texts in columns of decimals are their digits, as {@code decimal.handling.mode=string} makes
   * them, where no {@code schema} is in the message to say so. Unless this or {@link
   * #decimalsAsBytes} is set such a text is rejected, for it may be either. A number is taken as it
   * is written.
   *
   * @return a changed copy
   */
  public DebeziumFormat<T> decimalsAsText() {
    return new DebeziumFormat<>(type, layout.with(layout.values().decimals(false)));
  }

  /**
   * Texts in columns of decimals are Base64 of their unscaled bytes, as {@code
   * decimal.handling.mode=precise} makes them, where no {@code schema} is in the message to say so.
   * Then nothing in the message says where the decimal point is: the component has to have the scale
   * of the column.
   *
   * @return a changed copy
   */
  public DebeziumFormat<T> decimalsAsBytes() {
    return new DebeziumFormat<>(type, layout.with(layout.values().decimals(true)));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "debezium json";
  }

  @Override
  public List<String> problems(List<String> given) {
    return layout.columns(Parsed.inText(RecordType.of(type), given)).isEmpty()
        ? List.of("%s has no column of the table".formatted(type.getSimpleName()))
        : List.of();
  }

  @Override
  public Dataset<Row> parse(Texts texts) {
    RecordType record = RecordType.of(type);
    StructType row =
        new StructType(
            Parsed.inText(record, texts.given()).stream()
                .map(DebeziumFormat::field)
                .toArray(StructField[]::new));
    StructType read = new StructType().add(ROW, row).add(REASON, DataTypes.StringType);
    DebeziumRow reader = new DebeziumRow(type, texts.given(), layout);
    return Parsed.judged(
        record,
        texts,
        udf(reader, read).withName("read_debezium").apply(col(Texts.TEXT).cast("binary")),
        parsed -> parsed.getField(ROW),
        parsed -> parsed.getField(REASON));
  }

  private static StructField field(RecordComponentType c) {
    ColumnType columnType = c.logicalType();
    return DataTypes.createStructField(c.column(), RecordSchemas.of(columnType), true);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException always: it only reads
   */
  @Override
  public Column write() {
    throw new IllegalStateException(
        "debezium json only reads: changes are told by a database");
  }

  @Override
  public Column write(List<String> given) {
    return write();
  }
}
