package dev.sluice.io.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/**
 * CSV files whose values have the same order.
 *
 * @param paths where these files are
 * @param readOptions what a reader of exactly these files must be told
 * @param headerLine the first line of each, if they have a header
 * @param schema the values of a line in order, and the column for what Spark's parser refuses;
 *     values the record has not are texts under a name of no meaning
 */
record CsvLayout(
    List<String> paths,
    Map<String, String> readOptions,
    Optional<String> headerLine,
    StructType schema) {}
