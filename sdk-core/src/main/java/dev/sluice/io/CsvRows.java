package dev.sluice.io;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.sluice.plan.ColumnType.Scalar;
import dev.sluice.plan.RecordComponentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes rows of the texts of CSV rows. Spark's parser divides a text into values and reads most of
 * them; the others are read by {@link CsvValues}.
 *
 * @param dialect the options
 * @param layout the order of the values
 */
record CsvRows(CsvDialect dialect, CsvLayout layout) {

  private static final String RAW = "__raw";

  /** What the parser makes of a text that has quoted empty values, if these were NULL. */
  private static final String UNQUOTED = "__unquoted";

  Dataset<Row> parse(Lines lines) {
    List<RecordComponentType> inText = Parsed.inText(lines.spec().record(), lines.directories());
    Dataset<Row> raw = lines.rows().withColumn(RAW, Parsed.once(parser()));
    boolean second = inText.stream().anyMatch(this::isReadBySecondParser);
    if (second) {
      raw = raw.withColumn(UNQUOTED, Parsed.once(parserOfQuotedEmpties()));
    }
    List<RecordComponentType> readHere =
        inText.stream().filter(c -> values().areReadHere(c.logicalType())).toList();
    return Parsed.lines(
        new Lines(lines.spec(), raw, lines.directories()),
        readHere.isEmpty() ? lit(true) : struct(each(readHere, this::read)),
        read -> struct(each(inText, c -> value(c, read))),
        read -> {
          Column refused = isRefused(second, readHere, read);
          boolean judged = List.of(lines.rows().columns()).contains(Lines.SOUND);
          return refused.or(not(judged ? col(Lines.SOUND) : is_valid_utf8(text())));
        });
  }

  private CsvValues values() {
    return new CsvValues(dialect);
  }

  private Column parser() {
    Map<String, String> options = dialect.parserOptions();
    Column parsed = from_csv(text(), lit(layout.schema().toDDL()), options);
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
        from_csv(text(), lit(layout.schema().toDDL()), options));
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

  private static Column text() {
    return col(Lines.TEXT);
  }

  private static Column[] each(
      List<RecordComponentType> components, Function<RecordComponentType, Column> column) {
    return components.stream().map(c -> column.apply(c).as(c.column())).toArray(Column[]::new);
  }
}
