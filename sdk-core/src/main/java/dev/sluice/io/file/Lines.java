package dev.sluice.io.file;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.decode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import dev.sluice.connect.Source;
import dev.sluice.connect.Texts;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.text.ClosestName;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The lines of text files, each with the values of the directories it is in. The line is kept
 * beside what is parsed from it, so that a malformed one can be delivered as it was.
 *
 * @param rows the column {@link #TEXT}, perhaps {@link Source#ORIGIN}, and those of {@code
 *     directories}, typed as in the record
 * @param directories columns of the record that are directories ({@code column=value})
 */
record Lines(FileSpec<?> spec, Dataset<Row> rows, List<String> directories) {

  static final String TEXT = Texts.TEXT;

  /** Whether the text can be a row at all; only some lines have it. */
  static final String SOUND = Texts.SOUND;

  private static final String VALUE = "value";

  static Lines of(SparkSession spark, FileSpec<?> spec, Charset charset) {
    return of(spark, spec, charset, spec.paths(), Map.of());
  }

  /** The lines of some of the files. */
  static Lines of(
      SparkSession spark,
      FileSpec<?> spec,
      Charset charset,
      List<String> paths,
      Map<String, String> options) {
    return of(spark, FileInput.of(spark, spec), spec, charset, paths, options);
  }

  /** The lines of files that are there, or come. */
  static Lines of(
      SparkSession spark,
      FileInput input,
      FileSpec<?> spec,
      Charset charset,
      List<String> paths,
      Map<String, String> options) {
    String[] all = FileSpec.readable(spark, paths);
    List<String> found = List.of(
        spec.reader(spark, "text").options(divided(spec, options)).load(all).columns());
    List<RecordComponentType> directories =
        spec.record().components().stream()
            .filter(c -> !c.column().equals(VALUE) && found.contains(c.column()))
            .toList();
    // Spark would guess the types of directories from their names: 01 becomes the number 1.
    StructType schema = new StructType().add(VALUE, DataTypes.StringType);
    for (RecordComponentType directory : directories) {
      schema = schema.add(directory.column(), RecordSchemas.of(directory.logicalType()));
    }
    Column text =
        charset.equals(StandardCharsets.UTF_8)
            ? col(VALUE)
            : decode(col(VALUE).cast("binary"), charset.name());
    List<String> names = directories.stream().map(RecordComponentType::column).toList();
    Dataset<Row> rows =
        input.load("text", divided(spec, options), schema, paths)
            .select(
                Stream.concat(
                    Stream.of(text.as(TEXT), origin(spec)),
                    names.stream().map(Columns::named))
                    .toArray(Column[]::new));
    return new Lines(spec, rows, names);
  }

  /** Where lines of Spark's source are from; it knows the part of a file, not the line. */
  private static Column origin(FileSpec<?> spec) {
    return struct(
        col("_metadata.file_path").as("file"),
        col("_metadata.file_block_start").as("start"),
        col("_metadata.file_block_length").as("length"),
        col(VALUE).cast("binary").as("bytes"),
        lit(spec.options().get("lineSep")).cast("string").as("separator"))
        .as(Source.ORIGIN);
  }

  /** Options of Spark's source of lines. */
  private static Map<String, String> divided(FileSpec<?> spec, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    String separator = spec.options().get("lineSep");
    if (separator != null) {
      all.put("lineSep", separator);
    }
    return all;
  }

  /** The lines of which this does not hold. */
  Lines without(Column condition) {
    return new Lines(spec, rows.filter(not(condition)), directories);
  }

  /** The lines without the files that they are from. */
  Texts texts() {
    return new Texts(rows, directories, true);
  }

  /** A sentence for each column that should be a directory and is none. */
  List<String> missing(List<String> columns) {
    List<String> problems = new ArrayList<>();
    for (String column : columns) {
      if (!directories.contains(column)) {
        String hint =
            ClosestName.to(column, directories).map(d -> "; did you mean " + d + "?").orElse("");
        problems.add(
            "%s: there are no directories %s=…, which %s needs%s"
                .formatted(spec.description(), column, spec.record().simpleName(), hint));
      }
    }
    return problems;
  }
}
