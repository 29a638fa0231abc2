package dev.sluice.io.file;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import dev.sluice.connect.Source;
import dev.sluice.io.format.CsvDialect;
import dev.sluice.io.format.JsonFormat;
import dev.sluice.io.format.Verdict;
import dev.sluice.spark.rows.Columns;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * JSON files. A field is found by the column's name, in exactly that case; a field the object has
 * not is NULL, one the record has not is left out.
 *
 * <p>A line is malformed if it is not one JSON object and nothing else, if a value does not fit its
 * column ({@code "7"} and {@code 7.0} are no whole numbers, 300 is no byte, {@code 1.234} has a
 * digit more than a decimal of scale 2), if a primitive component has no value, if a text is no
 * constant of the component's enum, or if a field of the record occurs twice; all this at any
 * depth. An empty line is malformed. The rejected row says which component it was and why.
 *
 * <p>A String component takes whatever is no text as JSON, as it is written: {@code 1.10} stays so.
 * Without a pattern dates and timestamps are whole ones in ISO 8601; half a date, a time without a
 * day, and a number are malformed. A timestamp without a zone is one of the session's zone, a mere
 * date its midnight; digits after the microseconds are cut off. NaN and infinities of floating
 * point components may be texts or bare words. Nesting is limited to 1,000 levels.
 *
 * <p>What is written as JSON is read back equal.
 *
 * @param <T> the record each row is
 */
public final class JsonFiles<T extends Record> extends FileSource<T, JsonFiles<T>> {

  private static final String FILE = "__file";
  private static final String ELEMENT = "__element";

  private final boolean multiLine;
  private final boolean failFast;

  JsonFiles(FileSpec<T> spec) {
    this(withStandard(spec), false, false);
    JsonFormat.requireWritable(spec.record());
  }

  private JsonFiles(FileSpec<T> spec, boolean multiLine, boolean failFast) {
    super(spec);
    this.multiLine = multiLine;
    this.failFast = failFast;
  }

  private static <T extends Record> FileSpec<T> withStandard(FileSpec<T> spec) {
    FileSpec<T> standard = spec;
    for (var option : JsonFormat.WRITTEN.entrySet()) {
      standard = standard.option(option.getKey(), option.getValue());
    }
    return standard;
  }

  @Override
  JsonFiles<T> with(FileSpec<T> changed) {
    return new JsonFiles<>(changed, multiLine, failFast);
  }

  /**
   * Reads files that are each one object, or one array of objects, over any number of lines. Each
   * file is read by one task and held in memory whole. An object of an array that has a fault is
   * one malformed row; a file that is not JSON at all is one malformed row too.
   *
   * @return a changed copy
   */
  public JsonFiles<T> multiLine() {
    return new JsonFiles<>(spec(), true, failFast);
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
  public JsonFiles<T> encoding(Charset charset) {
    return option(CsvDialect.ENCODING, charset.name());
  }

  /**
   * Fails the run at the first malformed row, in place of delivering it apart.
   *
   * @return a changed copy
   */
  public JsonFiles<T> failFast() {
    return new JsonFiles<>(spec(), multiLine, true);
  }

  /**
   * How dates are written, such as {@code dd.MM.yyyy}; {@code yyyy-MM-dd} unless set.
   *
   * @param pattern a pattern of Spark's datetime patterns
   * @return a changed copy
   * @throws IllegalArgumentException if {@code mm}, minutes, stands where months are meant
   */
  public JsonFiles<T> dateFormat(String pattern) {
    return option("dateFormat", pattern);
  }

  /**
   * How timestamps are written; ISO 8601 unless set.
   *
   * @param pattern a pattern of Spark's datetime patterns
   * @return a changed copy
   * @throws IllegalArgumentException if {@code mm}, minutes, stands where months are meant, or
   *     {@code hh}, an hour of half a day, where a day has 24
   */
  public JsonFiles<T> timestampFormat(String pattern) {
    return option("timestampFormat", pattern);
  }

  @Override
  public boolean mayReject() {
    return !failFast;
  }

  @Override
  List<String> checkContent(SparkSession spark) {
    try {
      dialect().charset();
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of("%s: there is no encoding \"%s\"".formatted(description(), e.getMessage()));
    }
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    spec().awaitWhole(spark);
    return rows(spark, FileInput.of(spark, spec()));
  }

  @Override
  List<String> checkStreamContent(SparkSession spark) {
    return checkContent(spark);
  }

  @Override
  Dataset<Row> stream(SparkSession spark, FileInput input) {
    return rows(spark, input);
  }

  private Dataset<Row> rows(SparkSession spark, FileInput input) {
    Lines lines = multiLine ? objects(spark, input) : lines(spark, input);
    Dataset<Row> rows =
        new JsonFormat<>(spec().type(), spec().options(), dialect().charset()).parse(lines.texts());
    return failFast ? Verdict.failOnMalformed(rows, description()) : rows;
  }

  private CsvDialect dialect() {
    return CsvDialect.ofLines(spec().options());
  }

  private Lines lines(SparkSession spark, FileInput input) {
    List<String> paths = spec().paths();
    Lines lines = Lines.of(spark, input, spec(), dialect().charset(), paths, Map.of());
    return dialect().areRowsLines()
        ? lines
        : CsvRecordFiles.of(spark, input, dialect(), paths, Map.of(), lines);
  }

  /** The texts of the objects in whole files, as if each were a line. */
  private Lines objects(SparkSession spark, FileInput input) {
    Lines files =
        Lines.of(
            spark,
            input,
            spec(),
            StandardCharsets.UTF_8, // bytes as they are
            spec().paths(),
            Map.of("wholetext", "true"));
    Column elements =
        udf(
            new JsonElements(spec().options(), dialect().charset()),
            DataTypes.createArrayType(JsonElements.ELEMENT))
            .withName("json_elements")
            .apply(col(Lines.TEXT).cast("binary"));
    Column file = col(Source.ORIGIN).getField("file");
    Column element = col(ELEMENT);
    List<Column> directories = files.directories().stream().map(Columns::named).toList();
    Column[] each =
        Stream.concat(Stream.of(file.as(FILE), explode(elements).as(ELEMENT)), directories.stream())
            .toArray(Column[]::new);
    Column[] rows =
        Stream.concat(
            Stream.of(
                element.getField(Lines.TEXT).cast("string").as(Lines.TEXT),
                element.getField(Lines.SOUND).as(Lines.SOUND),
                struct(col(FILE).as("file"), element.getField(JsonElements.LINE).as("line"))
                    .as(Source.ORIGIN)),
            directories.stream())
            .toArray(Column[]::new);
    return new Lines(spec(), files.rows().select(each).select(rows), files.directories());
  }
}
