package dev.sluice.io.file;

import static org.apache.spark.sql.functions.col;

import dev.sluice.io.format.CsvDialect;
import dev.sluice.io.format.CsvFormat;
import dev.sluice.io.format.CsvRows;
import dev.sluice.io.format.Parsed;
import dev.sluice.io.format.Verdict;
import dev.sluice.plan.DatePattern;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

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
 * closed or text follows a closing quote. An empty line is malformed too.
 *
 * <p>An empty value is NULL. A quoted one, {@code ""}, is an empty text for a String and NULL for
 * any other component.
 *
 * <p>Numbers and times are taken as they are written or not at all: {@code 12,5} and {@code
 * 1.234,56} are no decimals, nor is one with more digits than its column; {@code 1e400} is no
 * double, {@code Infinity} is; {@code 12:00}, {@code 2024}, {@code 2024-05} and a count of
 * milliseconds are neither dates nor timestamps.
 *
 * @param <T> the record each row is
 */
public final class CsvFiles<T extends Record> extends FileSource<T, CsvFiles<T>> {

  private final boolean failFast;
  private final boolean strictQuotes;

  CsvFiles(FileSpec<T> spec) {
    this(spec, false, false);
    CsvFormat.requireScalars(spec.record());
  }

  private CsvFiles(FileSpec<T> spec, boolean failFast, boolean strictQuotes) {
    super(spec);
    this.failFast = failFast;
    this.strictQuotes = strictQuotes;
  }

  @Override
  CsvFiles<T> with(FileSpec<T> changed) {
    return new CsvFiles<>(changed, failFast, strictQuotes);
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
   * What stands before a quote within quotes; the quote itself unless set, so that it is doubled.
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
   * <p>Files in UTF-8 and ISO-8859-1 are divided among tasks; in any other encoding each file is
   * read by one task. A row with bytes that are no characters of the encoding is malformed.
   *
   * @param charset any encoding Java can read; as a sink UTF-8 and those that Spark can write
   * @return a changed copy
   */
  public CsvFiles<T> encoding(Charset charset) {
    return option(CsvDialect.ENCODING, charset.name());
  }

  /**
   * A text that means NULL, besides an empty value without quotes, which always does.
   *
   * @param text the text, such as {@code NA}; with an empty one also {@code ""} is NULL
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
   * @throws IllegalArgumentException if {@code mm}, minutes, stands where months are meant
   */
  public CsvFiles<T> dateFormat(String pattern) {
    return option("dateFormat", pattern);
  }

  /**
   * How timestamps are written, with a zone ({@code Instant}) and without ({@code LocalDateTime});
   * unless set as in ISO 8601 with hour and minute at least, such as {@code 2024-05-01T12:00:00Z}
   * or {@code 2024-05-01 12:00}, or a day, which is its midnight. A moment without a zone is one of
   * the session's zone.
   *
   * @param pattern a pattern of Spark's datetime patterns
   * @return a changed copy
   * @throws IllegalArgumentException if {@code mm}, minutes, stands where months are meant, or
   *     {@code hh}, an hour of half a day, where a day has 24
   */
  public CsvFiles<T> timestampFormat(String pattern) {
    CsvFiles<T> set = option("timestampFormat", pattern);
    return DatePattern.hasZone(pattern) ? set : set.option("timestampNTZFormat", pattern);
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
   * A quoted value may go over several lines. Each file is then read by one task.
   *
   * <p>From a quote that is not closed on, no row of the file can be told from the inside of a
   * value: every line to the end of the file is then a malformed row. Such a quote is found at the
   * end of the file, or before at the next quoted value, whose opening quote closes it. Rows of
   * more than 16,777,216 characters are taken for such.
   *
   * @return a changed copy
   */
  public CsvFiles<T> multiLine() {
    return option(CsvDialect.MULTI_LINE, "true");
  }

  /**
   * A quote within a value that does not begin with one makes a row malformed, as in RFC 4180.
   * Without this such a quote is a character as others, as in {@code 5" disk}; but a file with two
   * errors that cancel each other can pass for a good one.
   *
   * @return a changed copy
   */
  public CsvFiles<T> strictQuotes() {
    return new CsvFiles<>(spec(), failFast, true);
  }

  /**
   * Fails the run at the first malformed row, in place of delivering it apart.
   *
   * @return a changed copy
   */
  public CsvFiles<T> failFast() {
    return new CsvFiles<>(spec(), true, strictQuotes);
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
  public boolean mayReject() {
    return !failFast;
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
      parts.add(rows(spark, layout));
    }
    Dataset<Row> rows = parts.stream().reduce(Dataset::unionByName).orElseThrow();
    return failFast ? Verdict.failOnMalformed(rows, description()) : rows;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Headers of files that come are not known: rows of a file whose header does not fit are
   * rejected, and say so.
   */
  @Override
  List<String> checkStreamContent(SparkSession spark) {
    try {
      dialect().charset();
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of("%s: there is no encoding \"%s\"".formatted(description(), e.getMessage()));
    }
  }

  @Override
  Dataset<Row> stream(SparkSession spark, FileInput input) {
    List<String> paths = spec().paths();
    Lines lines = Lines.of(spark, input, spec(), dialect().charset(), paths, Map.of());
    if (!dialect().areRowsLines()) {
      lines = CsvRecordFiles.of(spark, input, dialect(), paths, Map.of(), lines);
    }
    StructType schema =
        CsvRows.of(Parsed.inText(spec().record(), lines.directories()), dialect()).schema();
    lines = withoutComments(lines);
    if (dialect().header()) {
      schema = CsvAlignment.schema(dialect(), lines);
      lines = CsvAlignment.of(spark, dialect(), lines);
    }
    Dataset<Row> rows = new CsvRows(dialect(), schema).parse(spec().record(), lines.texts());
    rows = dialect().header() ? CsvAlignment.restored(rows) : rows;
    return failFast ? Verdict.failOnMalformed(rows, description()) : rows;
  }

  private CsvLayouts layouts(SparkSession spark) {
    return CsvLayouts.of(spark, spec(), dialect());
  }

  private CsvDialect dialect() {
    return new CsvDialect(spec().options(), strictQuotes);
  }

  private Dataset<Row> rows(SparkSession spark, CsvLayout layout) {
    Lines all = Lines.of(spark, spec(), dialect().charset(), layout.paths(), layout.readOptions());
    if (!dialect().areRowsLines()) {
      all = CsvRecordFiles.of(spark, dialect(), layout.paths(), layout.readOptions(), all);
    }
    return new CsvRows(dialect(), layout.schema())
        .parse(spec().record(), withoutHeaders(withoutComments(all), layout).texts());
  }

  private static Lines withoutHeaders(Lines lines, CsvLayout layout) {
    if (layout.headerLine().isEmpty()) {
      return lines;
    }
    // where files were put together, their marks are in the middle
    String header = layout.headerLine().get();
    return lines.without(
        col(Lines.TEXT).isin(header, CsvLayouts.BYTE_ORDER_MARK + header));
  }

  private Lines withoutComments(Lines lines) {
    return dialect().comment()
        .map(comment -> lines.without(col(Lines.TEXT).startsWith(comment)))
        .orElse(lines);
  }
}
