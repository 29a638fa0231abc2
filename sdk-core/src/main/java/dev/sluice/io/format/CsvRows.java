package dev.sluice.io.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.sluice.annotation.Internal;
import dev.sluice.connect.Texts;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Makes rows of the texts of CSV rows. Spark's parser divides a text into values and reads most of
 * them; the others are read by {@link CsvValues}.
 *
 * @param dialect the options
 * @param schema the values of a text in order, and the column for what Spark's parser refuses
 */
@Internal
public record CsvRows(CsvDialect dialect, StructType schema) {

  private static final String RAW = "__raw";

  /** What the parser makes of a text that has quoted empty values, if these were NULL. */
  private static final String UNQUOTED = "__unquoted";

  /** Rows whose texts have the values of components in their order. */
  public static CsvRows of(List<RecordComponentType> inText, CsvDialect dialect) {
    StructField[] values = inText.stream().map(c -> field(c, dialect)).toArray(StructField[]::new);
    return new CsvRows(
        dialect, new StructType(values).add(Parsed.CORRUPT, DataTypes.StringType));
  }

  /** The value of a component, as Spark's parser reads it. */
  public static StructField field(RecordComponentType c, CsvDialect dialect) {
    return DataTypes.createStructField(
        c.column(), new CsvValues(dialect).parsedType(c.logicalType()), true);
  }

  public Dataset<Row> parse(RecordType record, Texts texts) {
    List<RecordComponentType> inText = Parsed.inText(record, texts.given());
    Dataset<Row> raw = texts.rows().withColumn(RAW, Parsed.once(parser()));
    boolean second = inText.stream().anyMatch(this::isReadBySecondParser);
    if (second) {
      raw = raw.withColumn(UNQUOTED, Parsed.once(parserOfQuotedEmpties()));
    }
    List<RecordComponentType> readHere =
        inText.stream().filter(c -> values().areReadHere(c.logicalType())).toList();
    return Parsed.verdicts(
        record,
        new Texts(raw, texts.given(), texts.divided()),
        readHere.isEmpty() ? lit(true) : struct(each(readHere, this::read)),
        read -> struct(each(inText, c -> value(c, read))),
        read -> {
          Column refused = isRefused(second, readHere, read);
          boolean judged = List.of(texts.rows().columns()).contains(Texts.SOUND);
          Column unsound = not(judged ? col(Texts.SOUND) : is_valid_utf8(text()));
          return texts.divided()
              ? refused.or(unsound)
              : refused.or(unsound).or(hasLineEndBetweenValues());
        });
  }

  private CsvValues values() {
    return new CsvValues(dialect);
  }

  private Column parser() {
    Map<String, String> options = dialect.parserOptions();
    Column parsed = from_csv(text(), lit(schema.toDDL()), options);
    Column fits =
        octet_length(text())
            .lt(dialect.maxColumns())
            .or(not(text().rlike(dialect.tooManyValues())));
    return when(fits, parsed);
  }

  private Column parserOfQuotedEmpties() {
    Map<String, String> options = new HashMap<>(dialect.parserOptions());
    options.put(CsvDialect.NULL_VALUE, "");
    return when(
        text().contains(dialect.quote() + dialect.quote()).and(col(RAW).isNotNull()),
        from_csv(text(), lit(schema.toDDL()), options));
  }

  /**
   * A quoted empty value is an empty text. Where it cannot be a text it is NULL, but Spark's parser
   * knows only one answer for all columns.
   */
  private boolean isReadBySecondParser(RecordComponentType c) {
    return dialect.option(CsvDialect.NULL_VALUE).isEmpty()
        && c.logicalType() != Scalar.STRING
        && !values().areReadHere(c.logicalType());
  }

  private Column read(RecordComponentType c) {
    return values().value(c.logicalType(), raw(c));
  }

  private Column value(RecordComponentType c, Column read) {
    if (values().areReadHere(c.logicalType())) {
      return read.getField(c.column());
    }
    if (isReadBySecondParser(c)) {
      return when(col(UNQUOTED).isNotNull(), col(UNQUOTED).getField(c.column())).otherwise(raw(c));
    }
    return raw(c);
  }

  private static Column raw(RecordComponentType c) {
    return col(RAW).getField(c.column());
  }

  private Column isRefused(boolean second, List<RecordComponentType> readHere, Column read) {
    Column corrupt = col(RAW).getField(Parsed.CORRUPT).isNotNull();
    Column refused =
        second
            ? when(col(UNQUOTED).isNotNull(), col(UNQUOTED).getField(Parsed.CORRUPT).isNotNull())
                .otherwise(corrupt)
            : corrupt;
    for (RecordComponentType c : readHere) {
      Column value = raw(c);
      refused =
          refused.or(
              value.isNotNull().and(value.notEqual("")).and(read.getField(c.column()).isNull()));
    }
    if (!dialect.separator().isBlank()) {
      refused = refused.or(trim(text()).equalTo(""));
    }
    Column quotes = text().contains(dialect.quote());
    return col(RAW)
        .isNull()
        .or(refused)
        .or(text().equalTo(""))
        .or(quotes.and(not(text().rlike(dialect.wellQuoted()))));
  }

  /** Spark's parser takes such a line end for the end of the row, and leaves out what follows. */
  private Column hasLineEndBetweenValues() {
    return text().rlike("[\\r\\n]").and(not(text().rlike(dialect.oneRow())));
  }

  private static Column text() {
    return col(Texts.TEXT);
  }

  private static Column[] each(
      List<RecordComponentType> components, Function<RecordComponentType, Column> column) {
    return components.stream().map(c -> column.apply(c).as(c.column())).toArray(Column[]::new);
  }
}
