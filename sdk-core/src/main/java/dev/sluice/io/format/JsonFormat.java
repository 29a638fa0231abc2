package dev.sluice.io.format;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.sluice.annotation.Internal;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Texts;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A row as one JSON object. What is malformed, and why, is told at {@link
 * dev.sluice.io.file.JsonFiles}.
 *
 * @param <T> the record each row is
 */
public final class JsonFormat<T extends Record> implements RowFormat<T> {

  /** How timestamps are written: with microseconds, and zones that once had seconds. */
  @Internal
  public static final Map<String, String> WRITTEN =
      Map.of(
          "timestampFormat",
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXXXX",
          "timestampNTZFormat",
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

  private static final Set<ColumnType.Scalar> KEYS =
      EnumSet.of(
          ColumnType.Scalar.STRING,
          ColumnType.Scalar.BOOLEAN,
          ColumnType.Scalar.BYTE,
          ColumnType.Scalar.SHORT,
          ColumnType.Scalar.INT,
          ColumnType.Scalar.LONG,
          ColumnType.Scalar.FLOAT,
          ColumnType.Scalar.DOUBLE);

  private static final String ROW = "row";
  private static final String REASON = "reason";
  private static final String DOUBTS = "doubts";

  private final Class<T> type;
  private final Map<String, String> options;
  private final Charset encoding;
  private final JsonDoubts doubts;

  /** With the encoding that texts had before they were decoded. */
  @Internal
  public JsonFormat(Class<T> type, Map<String, String> options, Charset encoding) {
    this(type, options, encoding, JsonDoubts.NONE);
  }

  private JsonFormat(
      Class<T> type, Map<String, String> options, Charset encoding, JsonDoubts doubts) {
    this.type = type;
    this.options = options;
    this.encoding = encoding;
    this.doubts = doubts;
  }

  static <T extends Record> JsonFormat<T> of(Class<T> type) {
    requireWritable(RecordType.of(type).requireValid());
    return new JsonFormat<>(type, WRITTEN, StandardCharsets.UTF_8);
  }

  @Internal
  public static void requireWritable(RecordType record) {
    for (RecordComponentType c : record.components()) {
      if (!canBeWritten(c.logicalType())) {
        throw new IllegalArgumentException(
            "json: %s.%s is %s, and the keys of a JSON map are texts; use Parquet, or a list of records"
                .formatted(record.simpleName(), c.name(), c.javaType().getTypeName()));
      }
    }
  }

  /** Spark writes the key of a map as it is in memory: of a date, the number of the day. */
  private static boolean canBeWritten(ColumnType type) {
    if (type instanceof ColumnType.MapOf map) {
      ColumnType key = map.key();
      boolean text =
          key instanceof ColumnType.Enumeration
              || key instanceof ColumnType.Decimal
              || key instanceof ColumnType.Scalar scalar && KEYS.contains(scalar);
      return text && canBeWritten(map.value());
    }
    if (type instanceof ColumnType.ListOf list) {
      return canBeWritten(list.element());
    }
    return !(type instanceof ColumnType.Struct nested)
        || nested.recordType().components().stream().allMatch(c -> canBeWritten(c.logicalType()));
  }

  /**
   * Sets an option of Spark's JSON format, such as {@code dateFormat}.
   *
   * @param key the option's name, as in Spark's documentation
   * @param value its value
   * @return a changed copy
   * @throws IllegalArgumentException if it is a datetime pattern with a known slip, such as {@code
   *     mm}, minutes, where months are meant
   */
  public JsonFormat<T> option(String key, String value) {
    return new JsonFormat<>(type, FormatOptions.with(options, key, value), encoding, doubts);
  }

  private JsonFormat<T> with(JsonDoubts changed) {
    return new JsonFormat<>(type, options, encoding, changed);
  }

  /**
   * Rejects what can be read and loses something: an object with a field that the record does not
   * have, so that a renamed one is not taken for a component without a value, and an object or an
   * array where a text should be. The values of messages are read so ({@link
   * dev.sluice.io.kafka.KafkaTopic#json}). A component that may be NULL may still be left out, as
   * it is when rows are written; see {@link #missingFields}.
   *
   * @return a changed copy
   */
  public JsonFormat<T> strict() {
    return with(JsonDoubts.STRICT);
  }

  /**
   * What becomes of an object with a field that the record does not have, at any depth; it is
   * accepted, and the field left out, unless this or {@link #strict} is set. The case of a name
   * counts.
   *
   * @return a changed copy
   */
  public JsonFormat<T> unknownFields(InDoubt doubt) {
    return with(doubts.unknownFields(doubt));
  }

  /**
   * What becomes of an object that does not have the field of a component that may be NULL; it is
   * accepted unless this is set. Without one of a primitive component it is always rejected, and
   * {@code null} is a value.
   *
   * @return a changed copy
   */
  public JsonFormat<T> missingFields(InDoubt doubt) {
    return with(doubts.missingFields(doubt));
  }

  /**
   * What becomes of an object that has an object or an array where the record has a text; unless
   * this or {@link #strict} is set, its JSON is the text. A number or a truth is a text anyhow.
   *
   * @return a changed copy
   */
  public JsonFormat<T> structuresAsText(InDoubt doubt) {
    return with(doubts.structures(doubt));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "json";
  }

  @Override
  public Dataset<Row> parse(Texts texts) {
    RecordType record = RecordType.of(type);
    StructType row =
        new StructType(
            Parsed.inText(record, texts.given()).stream()
                .map(
                    c -> DataTypes.createStructField(
                        c.column(), RecordSchemas.of(c.logicalType()), true))
                .toArray(StructField[]::new));
    StructType read = new StructType().add(ROW, row).add(REASON, DataTypes.StringType);
    if (!doubts.warned().isEmpty()) {
      read = read.add(DOUBTS, ofDoubts());
    }
    String zone = texts.rows().sparkSession().conf().get("spark.sql.session.timeZone");
    JsonRow reader = new JsonRow(type, texts.given(), options, zone, doubts);
    return Parsed.judged(
        record,
        texts,
        udf(reader, read).withName("read_json").apply(col(Texts.TEXT).cast("binary")),
        parsed -> parsed.getField(ROW),
        parsed -> unsound(texts).map(wrong -> coalesce(wrong, reason(parsed)))
            .orElse(reason(parsed)),
        doubts.warned().isEmpty()
            ? Optional.empty()
            : Optional.of(parsed -> parsed.getField(DOUBTS)));
  }

  /** A truth for each of the doubts that are counted. */
  private StructType ofDoubts() {
    StructType type = new StructType();
    for (JsonDoubt doubt : doubts.warned()) {
      type = type.add(doubt.words(), DataTypes.BooleanType, true);
    }
    return type;
  }

  private static Column reason(Column parsed) {
    return parsed.getField(REASON);
  }

  /** Why a text cannot be a row at all; NULL if it can. */
  private Optional<Column> unsound(Texts texts) {
    boolean isKnown = List.of(texts.rows().columns()).contains(Texts.SOUND);
    return isKnown
        ? Optional.of(when(not(col(Texts.SOUND)), lit("is not " + encoding.name())))
        : Optional.empty();
  }

  @Override
  public Column write() {
    return write(List.of());
  }

  @Override
  public Column write(List<String> given) {
    Column[] columns =
        Parsed.inText(RecordType.of(type), given).stream()
            .map(Columns::named)
            .toArray(Column[]::new);
    return to_json(struct(columns), options);
  }
}
