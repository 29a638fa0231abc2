package dev.sluice.io.file;

import dev.sluice.connect.StreamContext;
import dev.sluice.spark.bridge.StreamSources;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** How Spark opens files: those that are there, or those that come. */
@FunctionalInterface
interface FileInput {

  /**
   * Files as Spark reads them.
   *
   * @param format Spark's name of the format
   * @param options options of the format
   * @param schema the columns, in files or directories
   * @param paths where the files are
   */
  Dataset<Row> load(
      String format, Map<String, String> options, StructType schema, List<String> paths);

  /** Files that are there. */
  static FileInput of(SparkSession spark, FileSpec<?> spec) {
    return (format, options, schema, paths) -> spec.reader(spark, format)
        .options(options)
        .schema(schema)
        .load(FileSpec.readable(spark, paths));
  }

  /**
   * Files that come, at one path.
   *
   * @param following options of Spark's stream of files
   */
  static FileInput stream(
      StreamContext context, FileSpec<?> spec, Map<String, String> following) {
    return (format, options, schema, paths) -> StreamSources.named(context)
        .format(format)
        .options(spec.listing())
        .options(following)
        .options(options)
        .schema(schema)
        .load(paths.get(0));
  }
}
