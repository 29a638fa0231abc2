package dev.sluice.io.format;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Texts;
import dev.sluice.io.FormatLimits;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * A row as one value of Avro, in Avro's binary encoding and nothing else: neither its schema nor
 * the number of one stands before it.
 *
 * <p>Bytes are malformed that are no value of the {@link #schema}, or of that of {@link
 * #writtenWith}, such as those that are cut off, are followed by more, or have a text that is not
 * UTF-8; so is a value that Avro's rules do not make a row of. Bytes that a writer of another schema
 * made may look like a value of this one: Avro cannot tell.
 *
 * @param <T> the record each row is
 */
public final class AvroFormat<T extends Record> implements RowFormat<T> {

  /** A record around the row, which adds no bytes: it is there if the row could be read. */
  private static final String AROUND = "__value";

  private static final String ROW = "__row";
  private static final String REASON = "reason";

  private final Class<T> type;
  private final Optional<Schema> writer;

  private AvroFormat(Class<T> type, Optional<Schema> writer) {
    this.type = type;
    this.writer = writer;
  }

  static <T extends Record> AvroFormat<T> of(Class<T> type) {
    RecordType record = RecordType.of(type).requireValid();
    List<String> problems = FormatLimits.storingProblems("avro", record, List.of());
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("avro: " + String.join("; ", problems));
    }
    return new AvroFormat<>(type, Optional.empty());
  }

  /**
   * The schema of the record, by which values are written, and read unless {@link #writtenWith} has
   * another one. Its fields are the columns, without those that are beside a value, such as the key
   * of a message. What can be NULL is a union of null, the default, and its type; so is what is in
   * lists and maps. A {@code BigDecimal} is bytes of a decimal, an {@code Instant}
   * timestamp-micros, a {@code LocalDateTime} local-timestamp-micros, a {@code LocalDate} a date. An
   * enum is an enum, or a string if Avro does not know the sign of one of its names, such as an
   * umlaut.
   *
   * @return the schema in JSON
   */
  public String schema() {
    RecordType record = RecordType.of(type);
    return AvroSchemas.of(record, record.components()).toString();
  }

  /**
   * Values were written by this schema, and are read as rows by Avro's rules: fields are found by
   * name, what the record does not have is left out, NULL stands for what the writer does not have,
   * and an int is read as a long or a double. The names of records and enums may be others than
   * those of {@link #schema}, times may have milliseconds, and an enum more constants, whose values
   * are malformed, or be a string.
   *
   * <p>Such a format only reads: what it wrote would be values of another schema.
   *
   * @param schema the schema in JSON
   * @return a changed copy
   * @throws IllegalArgumentException if it is no schema, or none of a record
   */
  public AvroFormat<T> writtenWith(String schema) {
    Schema parsed;
    try {
      parsed = new Schema.Parser().parse(schema);
    } catch (AvroRuntimeException e) {
      throw new IllegalArgumentException("avro: no schema: " + e.getMessage(), e);
    }
    if (parsed.getType() != Schema.Type.RECORD) {
      throw new IllegalArgumentException(
          "avro: the schema is of type %s, and a row is of type record"
              .formatted(parsed.getType().getName()));
    }
    return new AvroFormat<>(type, Optional.of(parsed));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "avro";
  }

  @Override
  public List<String> problems(List<String> given) {
    Optional<String> missing = FormatLimits.missing("avro");
    if (missing.isPresent()) {
      return List.of(missing.get());
    }
    if (writer.isEmpty()) {
      return List.of();
    }
    try {
      SchemaPairCompatibility pair =
          SchemaCompatibility.checkReaderWriterCompatibility(reader(given), writer.get());
      return pair.getResult().getIncompatibilities().stream().map(this::spoken).toList();
    } catch (IllegalArgumentException e) {
      return List.of(e.getMessage());
    }
  }

  private String spoken(Incompatibility problem) {
    return "values written with the schema of %s are no rows of %s: at %s, %s"
        .formatted(
            writer.orElseThrow().getFullName(),
            RecordType.of(type).simpleName(),
            problem.getLocation(),
            problem.getMessage());
  }

  private Schema reader(List<String> given) {
    RecordType record = RecordType.of(type);
    List<RecordComponentType> inValue = Parsed.inText(record, given);
    return writer.map(schema -> AvroSchemas.fitted(record, inValue, schema))
        .orElseGet(() -> AvroSchemas.of(record, inValue));
  }

  @Override
  public Dataset<Row> parse(Texts texts) {
    RecordType record = RecordType.of(type);
    Schema reader = reader(texts.given());
    Schema written = writer.orElse(reader);
    Column bytes = col(Texts.TEXT).cast("binary"); // the very bytes: a text need not be UTF-8
    Column fault =
        udf(new AvroShape(written), DataTypes.StringType).withName("fault_in_avro").apply(bytes);
    Column read =
        call_function(
            "from_avro",
            bytes,
            lit(around(written)),
            map(
                lit("avroSchema"), lit(around(reader)),
                lit("mode"), lit("PERMISSIVE"),
                lit("datetimeRebaseMode"), lit("CORRECTED")))
            .getField(ROW);
    return Parsed.judged(
        record,
        texts,
        struct(fault.as(REASON), when(fault.isNull(), read).as(ROW)),
        parsed -> parsed.getField(ROW),
        parsed -> coalesce(
            parsed.getField(REASON),
            when(parsed.getField(ROW).isNull(), lit("is no row by Avro's rules")),
            constants(parsed.getField(ROW), Parsed.inText(record, texts.given()))));
  }

  private static String around(Schema row) {
    return Schema.createRecord(AROUND, null, null, false, List.of(new Field(ROW, row))).toString();
  }

  /** Why texts that stand for constants are none. */
  private static Column constants(Column row, List<RecordComponentType> components) {
    Column[] reasons =
        components.stream()
            .flatMap(
                c -> unknown(c.logicalType(), row.getField(c.column()))
                    .map(
                        wrong -> when(
                            wrong,
                            lit(
                                "component '%s' has a text that is not a constant of its enum"
                                    .formatted(c.name()))))
                    .stream())
            .toArray(Column[]::new);
    return reasons.length == 0 ? lit(null).cast("string") : coalesce(reasons);
  }

  /** Whether a value has a text that is no constant; empty if it has no such texts. */
  private static Optional<Column> unknown(ColumnType type, Column value) {
    if (type instanceof ColumnType.Enumeration constants) {
      return Optional.of(notOneOf(constants, value));
    } else if (type instanceof ColumnType.ListOf list) {
      return any(list.element(), value);
    } else if (type instanceof ColumnType.MapOf map) {
      Optional<Column> keys =
          map.key() instanceof ColumnType.Enumeration constants
              ? Optional.of(
                  exists(map_keys(value), key -> notOneOf(constants, key)))
              : Optional.empty();
      Optional<Column> values = any(map.value(), map_values(value));
      return keys.isPresent() && values.isPresent()
          ? Optional.of(keys.get().or(values.get()))
          : keys.or(() -> values);
    } else if (type instanceof ColumnType.Struct struct) {
      return struct.recordType().components().stream()
          .flatMap(c -> unknown(c.logicalType(), value.getField(c.column())).stream())
          .reduce(Column::or);
    }
    return Optional.empty();
  }

  private static Optional<Column> any(ColumnType type, Column values) {
    return unknown(type, values).isEmpty()
        ? Optional.empty()
        : Optional.of(exists(values, value -> unknown(type, value).orElseThrow()));
  }

  private static Column notOneOf(ColumnType.Enumeration constants, Column value) {
    return not(value.isin(AvroSchemas.constants(constants).toArray()));
  }

  @Override
  public Column write() {
    return write(List.of());
  }

  @Override
  public Column write(List<String> given) {
    if (writer.isPresent()) {
      throw new IllegalStateException(
          "avro: rows are written by the schema of %s alone: take Formats.avro(%1$s.class) without writtenWith(…) to write them"
              .formatted(RecordType.of(type).simpleName()));
    }
    Column[] columns =
        Parsed.inText(RecordType.of(type), given).stream()
            .map(Columns::named)
            .toArray(Column[]::new);
    return call_function("to_avro", struct(columns), lit(reader(given).toString()));
  }
}
