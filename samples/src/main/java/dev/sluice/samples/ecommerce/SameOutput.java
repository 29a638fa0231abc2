package dev.sluice.samples.ecommerce;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Whether two runs of the e-commerce job gave the same rows.
 *
 * <p>Neither the order of rows and columns nor the split into files counts, but how often a row is
 * there does. Doubles may differ by one part in 10<sup>9</sup>, everything else must be equal.
 *
 * <pre>{@code
 * List<String> differences = SameOutput.differences(spark, "out/expert", "out/plain");
 * }</pre>
 */
public final class SameOutput {

  private static final double TOLERANCE = 1e-9;

  private static final String COPY = "copy of this row";

  private SameOutput() {}

  /**
   * Compares all outputs.
   *
   * <p>An output that cannot be read, because it is missing or empty of files, is an error of Spark
   * ({@code AnalysisException}).
   *
   * @param spark the session
   * @param left the directory of the outputs of one run
   * @param right the directory of the outputs of the other
   * @return one sentence for each output that differs; empty if the runs gave the same
   */
  public static List<String> differences(SparkSession spark, String left, String right) {
    List<String> differences = new ArrayList<>();
    for (EcommerceOutput output : EcommerceOutput.values()) {
      Dataset<Row> ours = spark.read().parquet(output.in(left));
      Dataset<Row> theirs = spark.read().parquet(output.in(right));
      String difference = difference(ours, theirs);
      if (!difference.isEmpty()) {
        differences.add(output + ": " + difference);
      }
    }
    return List.copyOf(differences);
  }

  private static String difference(Dataset<Row> left, Dataset<Row> right) {
    Map<String, String> leftTypes = types(left);
    Map<String, String> rightTypes = types(right);
    if (!leftTypes.equals(rightTypes)) {
      return "the columns are " + leftTypes + " on the left, " + rightTypes + " on the right";
    }
    Dataset<Row> ours = numbered(left).as("left");
    Dataset<Row> theirs = numbered(right).as("right");
    Column sameRow =
        Stream.concat(Stream.of(COPY), Arrays.stream(columns(left.schema(), false)))
            .map(name -> ours(name).eqNullSafe(theirs(name)))
            .reduce(lit(true), Column::and);
    Column sameDoubles =
        Arrays.stream(columns(left.schema(), true))
            .map(name -> close(ours(name), theirs(name)))
            .reduce(lit(true), Column::and);
    Column onlyLeft = theirs(COPY).isNull();
    Column onlyRight = ours(COPY).isNull();
    Row found =
        ours.join(theirs, sameRow, "full_outer")
            .agg(
                count_if(onlyLeft),
                count_if(onlyRight),
                count_if(onlyLeft.or(onlyRight).or(sameDoubles).equalTo(false)))
            .first();
    if (found.getLong(0) + found.getLong(1) + found.getLong(2) == 0) {
      return "";
    }
    return "%d rows only on the left, %d only on the right, %d with other doubles"
        .formatted(found.getLong(0), found.getLong(1), found.getLong(2));
  }

  private static Map<String, String> types(Dataset<Row> rows) {
    return Arrays.stream(rows.schema().fields())
        .collect(
            Collectors.toMap(
                StructField::name, f -> f.dataType().simpleString(), (a, b) -> a, TreeMap::new));
  }

  /** Numbers the rows that differ in their doubles at most, so that each has one partner. */
  private static Dataset<Row> numbered(Dataset<Row> rows) {
    String[] exact = columns(rows.schema(), false);
    String[] doubles = columns(rows.schema(), true);
    Column[] order =
        Stream.concat(Stream.of(lit(0)), Arrays.stream(doubles).map(name -> col(name)))
            .toArray(Column[]::new);
    Column[] keys = Arrays.stream(exact).map(name -> col(name)).toArray(Column[]::new);
    return rows.withColumn(COPY, row_number().over(Window.partitionBy(keys).orderBy(order)));
  }

  private static String[] columns(StructType schema, boolean ofDoubles) {
    return Arrays.stream(schema.fields())
        .filter(field -> field.dataType().equals(DataTypes.DoubleType) == ofDoubles)
        .map(StructField::name)
        .toArray(String[]::new);
  }

  private static Column ours(String name) {
    return col("left.`" + name + "`");
  }

  private static Column theirs(String name) {
    return col("right.`" + name + "`");
  }

  private static Column close(Column left, Column right) {
    Column distance = abs(left.minus(right));
    Column scale = greatest(abs(left), abs(right));
    // the second part refuses a number beside an infinity or a NaN, which Spark sorts above all
    Column near =
        distance.leq(scale.multiply(TOLERANCE)).and(distance.lt(Double.POSITIVE_INFINITY));
    return left.eqNullSafe(right).or(coalesce(near, lit(false)));
  }
}
