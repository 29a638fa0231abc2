package dev.sluice.io;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ltrim;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.sluice.spark.RecordSchemas;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * JSON files. A field is found by the column's name, in exactly that case; a field the object has
 * not is NULL, one the record has not is left out.
 *
 * <p>A line is malformed if it is not one JSON object and nothing else, if a value does not fit its
 * column ({@code "7"} and {@code 7.0} are no whole numbers), if a primitive component has no value,
 * or if a text is no constant of the component's enum. An empty line is malformed. What Spark
 * accepts and Sluice does not see: a field that occurs twice (the last counts), digits of a decimal
 * beyond its scale (rounded), and any value for a String component (taken as JSON text).
 *
 * @param <T> the record each row is
 */
public final class JsonFiles<T extends Record> extends FileSource<T, JsonFiles<T>> {

  private static final String ROWS = "rows";
  private static final String FILE = "__file";

  private final boolean multiLine;
  private final boolean failFast;

  JsonFiles(FileSpec<T> spec, boolean multiLine, boolean failFast) {
    super(spec);
    this.multiLine = multiLine;
    this.failFast = failFast;
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
   */
  public JsonFiles<T> dateFormat(String pattern) {
    return option("dateFormat", pattern);
  }

  /**
   * How timestamps are written; ISO 8601 unless set.
   *
   * @param pattern a pattern of Spark's datetime patterns
   * @return a changed copy
   */
  public JsonFiles<T> timestampFormat(String pattern) {
    return option("timestampFormat", pattern);
  }

  @Override
  public Set<SourceCapability> capabilities() {
    return failFast
        ? EnumSet.of(SourceCapability.BOUNDED)
        : EnumSet.of(SourceCapability.BOUNDED, SourceCapability.PARSES);
  }

  @Override
  List<String> checkContent(SparkSession spark) {
    return List.of();
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    spec().awaitWhole(spark);
    Map<String, String> options = multiLine ? Map.of("wholetext", "true") : Map.of();
    Lines lines = Lines.of(spark, spec(), StandardCharsets.UTF_8, spec().paths(), options);
    Dataset<Row> rows = parse(multiLine ? objects(lines) : lines);
    return failFast ? Verdict.failOnMalformed(rows, description()) : rows;
  }

  private Dataset<Row> parse(Lines lines) {
    StructType row =
        new StructType(
            Parsed.inText(spec().record(), lines.directories()).stream()
                .map(
                    c ->
                        DataTypes.createStructField(
                            c.column(), RecordSchemas.of(c.logicalType()), true))
                .toArray(StructField[]::new));
    return Parsed.lines(
        lines,
        from_json(inArray(col(Lines.TEXT)), rowsOf(row), parserOptions()),
        parsed -> get(parsed.getField(ROWS), lit(0)),
        parsed ->
            parsed
                .getField(Parsed.CORRUPT)
                .isNotNull()
                .or(coalesce(size(parsed.getField(ROWS)).notEqual(1), lit(true))));
  }

  /**
   * A parser stops at the end of the first object. Within an array it must go on to the bracket, so
   * it sees whatever else is in the line: garbage is an error, a second object another element.
   */
  private static Column inArray(Column text) {
    return concat(lit("{\"" + ROWS + "\":["), text, lit("]}"));
  }

  private static StructType rowsOf(DataType element) {
    return new StructType()
        .add(ROWS, DataTypes.createArrayType(element))
        .add(Parsed.CORRUPT, DataTypes.StringType);
  }

  /** The texts of the objects in whole files, as if each were a line. */
  private Lines objects(Lines files) {
    Column text = col(Lines.TEXT);
    Column elements =
        when(
                ltrim(text, lit(" \t\r\n")).startsWith("["),
                concat(lit("{\"" + ROWS + "\":"), text, lit("}")))
            .otherwise(inArray(text));
    Column parsed = from_json(elements, rowsOf(DataTypes.StringType), parserOptions());
    Column objects =
        when(
                col(FILE)
                    .getField(Parsed.CORRUPT)
                    .isNull()
                    .and(col(FILE).getField(ROWS).isNotNull()),
                transform(col(FILE).getField(ROWS), each -> coalesce(each, lit("null"))))
            .otherwise(array(text));
    List<Column> directories = files.directories().stream().map(d -> col("`" + d + "`")).toList();
    List<Column> whole = new ArrayList<>(directories);
    whole.addAll(List.of(text, Parsed.once(parsed).as(FILE)));
    List<Column> each = new ArrayList<>(directories);
    each.add(explode(objects).as(Lines.TEXT));
    return new Lines(
        spec(),
        files.rows().select(whole.toArray(Column[]::new)).select(each.toArray(Column[]::new)),
        files.directories());
  }

  private Map<String, String> parserOptions() {
    Map<String, String> options = new HashMap<>();
    options.put("allowSingleQuotes", "false");
    options.putAll(spec().options());
    options.put("mode", "PERMISSIVE");
    options.put("columnNameOfCorruptRecord", Parsed.CORRUPT);
    return options;
  }
}
