package dev.sluice.io;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;

import dev.sluice.plan.ColumnType;
import dev.sluice.plan.RecordComponentType;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * CSV files, with values in the order of the record's components, or found by name in a {@link
 * #header}.
 *
 * <p>Values are separated by commas, quoted with {@code "}, and a quote within quotes is doubled,
 * as in RFC 4180 (files written by plain Spark have a backslash there: {@code escape('\\')}).
 *
 * <p>A line is malformed if it has fewer or more values than the header or the record, if a value
 * does not fit its column ({@code 17850.0} and {@code " 7"} are no whole numbers), if a primitive
 * component has no value, if a text is no constant of the component's enum, or if a quote is not
 * closed. An empty line is malformed too. An empty value is NULL, also a quoted one, {@code ""}.
 *
 * @param <T> the record each row is
 */
public final class CsvFiles<T extends Record> extends FileSource<T, CsvFiles<T>> {

  private final boolean failFast;

  CsvFiles(FileSpec<T> spec) {
    this(withStandard(spec), false);
    for (RecordComponentType c : spec.record().components()) {
      if (!(c.logicalType() instanceof ColumnType.Scalar
              || c.logicalType() instanceof ColumnType.Decimal
              || c.logicalType() instanceof ColumnType.Enumeration)
          || c.logicalType() == ColumnType.Scalar.BINARY) {
        throw new IllegalArgumentException(
            "csv: %s.%s is %s, which one CSV value cannot hold; use Parquet or JSON"
                .formatted(spec.record().simpleName(), c.name(), c.javaType().getTypeName()));
      }
    }
  }

  private CsvFiles(FileSpec<T> spec, boolean failFast) {
    super(spec);
    this.failFast = failFast;
  }

  private static <T extends Record> FileSpec<T> withStandard(FileSpec<T> spec) {
    FileSpec<T> standard = spec;
    for (var option : CsvDialect.STANDARD.entrySet()) {
      standard = standard.option(option.getKey(), option.getValue());
    }
    return standard;
  }

  @Override
  CsvFiles<T> with(FileSpec<T> changed) {
    return new CsvFiles<>(changed, failFast);
  }

  /**
   * The first line of each file names the columns, and values are found by these names: their order
   * is free and may differ from file to file, case and blanks around a name do not matter, columns
   * the record has not are left out. A line equal to the header is never a row, also where files
   * were put together. As a sink, the first line of each file is a header.
   *
   * @return a changed copy
   */
  public CsvFiles<T> header() {
    return option(CsvDialect.HEADER, "true");
  }

  /**
   * What separates the values; a comma unless set.
   *
   * @param separator one character or more
   * @return a changed copy
   */
  public CsvFiles<T> separator(String separator) {
    if (separator.isEmpty()) {
      throw new IllegalArgumentException("the separator must not be empty");
    }
    return option(CsvDialect.SEPARATOR, separator);
  }

  /**
   * What a value that contains the separator is enclosed in; {@code "} unless set.
   *
   * @param quote the character
   * @return a changed copy
   */
  public CsvFiles<T> quote(char quote) {
    return option(CsvDialect.QUOTE, String.valueOf(quote));
  }

  /**
   * What stands before a quote within quotes; {@code "} unless set, so that it is doubled.
   *
   * @param escape the character
   * @return a changed copy
   */
  public CsvFiles<T> escape(char escape) {
    return option(CsvDialect.ESCAPE, String.valueOf(escape));
  }

  /**
   * How the text is encoded; UTF-8 unless set.
   *
   * @param charset US-ASCII, ISO-8859-1, or one of UTF-8, UTF-16 and UTF-32, which Spark knows
   * @return a changed copy
   */
  public CsvFiles<T> encoding(Charset charset) {
    return option(CsvDialect.ENCODING, charset.name());
  }

  /**
   * A text that means NULL, such as {@code NA}; an empty value unless set.
   *
   * @param text the text
   * @return a changed copy
   */
  public CsvFiles<T> nullValue(String text) {
    return option("nullValue", text);
  }

  /**
   * How dates are written, such as {@code dd.MM.yyyy}; {@code yyyy-MM-dd} unless set.
   *
   * @param pattern a pattern of Spark's datetime patterns
   * @return a changed copy
   */
  public CsvFiles<T> dateFormat(String pattern) {
    return option("dateFormat", pattern);
  }

  /**
   * How timestamps are written; ISO 8601 unless set.
   *
   * @param pattern a pattern of Spark's datetime patterns
   * @return a changed copy
   */
  public CsvFiles<T> timestampFormat(String pattern) {
    return option("timestampFormat", pattern);
  }

  /**
   * Blanks around values do not count.
   *
   * @return a changed copy
   */
  public CsvFiles<T> trimmed() {
    return option("ignoreLeadingWhiteSpace", "true").option("ignoreTrailingWhiteSpace", "true");
  }

  /**
   * A quoted value may go over several lines. Each file is then read by one task, empty lines are
   * skipped, and a malformed row that Spark's parser accepted is delivered as JSON.
   *
   * @return a changed copy
   */
  public CsvFiles<T> multiLine() {
    return option(CsvDialect.MULTI_LINE, "true");
  }

  /**
   * Fails the run at the first malformed row, in place of delivering it apart.
   *
   * @return a changed copy
   */
  public CsvFiles<T> failFast() {
    return new CsvFiles<>(spec(), true);
  }

  /**
   * Makes a column of the header that the record does not have a problem that {@code check}
   * reports. Without this such columns are simply not read.
   *
   * @return a changed copy
   */
  public CsvFiles<T> exactColumns() {
    return with(spec().withExactColumns());
  }

  @Override
  public Set<SourceCapability> capabilities() {
    return failFast
        ? EnumSet.of(SourceCapability.BOUNDED)
        : EnumSet.of(SourceCapability.BOUNDED, SourceCapability.PARSES);
  }

  @Override
  List<String> checkContent(SparkSession spark) {
    return layouts(spark).problems();
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    spec().awaitWhole(spark);
    CsvLayouts layouts = layouts(spark);
    if (!layouts.problems().isEmpty()) {
      throw new IllegalStateException(String.join("\n", layouts.problems()));
    }
    List<Dataset<Row>> parts = new ArrayList<>();
    for (CsvLayout layout : layouts.all()) {
      parts.add(dialect().multiLine() ? files(spark, layout) : lines(spark, layout));
    }
    Dataset<Row> rows = parts.stream().reduce(Dataset::unionByName).orElseThrow();
    return failFast ? Verdict.failOnMalformed(rows, description()) : rows;
  }

  private CsvLayouts layouts(SparkSession spark) {
    return CsvLayouts.of(spark, spec(), dialect());
  }

  private CsvDialect dialect() {
    return new CsvDialect(spec().options());
  }

  private Dataset<Row> lines(SparkSession spark, CsvLayout layout) {
    Lines all = Lines.of(spark, spec(), dialect().charset(), layout.paths(), layout.readOptions());
    Lines lines =
        layout.headerLine().isEmpty()
            ? all
            : new Lines(
                spec(),
                all.rows().filter(col(Lines.TEXT).notEqual(layout.headerLine().get())),
                all.directories());
    Column text = col(Lines.TEXT);
    Column parse = from_csv(text, lit(layout.schema().toDDL()), dialect().parserOptions());
    return Parsed.lines(
        lines,
        parse,
        parsed -> parsed,
        parsed ->
            parsed
                .getField(Parsed.CORRUPT)
                .isNotNull()
                .or(trim(text).equalTo(""))
                .or(text.contains(dialect().quote()).and(text.rlike(dialect().openQuote()))));
  }

  private Dataset<Row> files(SparkSession spark, CsvLayout layout) {
    Dataset<Row> rows =
        spec()
            .reader(spark, "csv")
            .options(layout.readOptions())
            .schema(layout.schemaWithDirectories())
            .options(dialect().parserOptions())
            .load(layout.paths().toArray(String[]::new));
    return Parsed.files(rows, spec().record());
  }
}
