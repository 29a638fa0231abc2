package dev.sluice.ml.recommend;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.sluice.Stage;
import dev.sluice.ml.feature.Reference;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;

/**
 * The ratings, each pair of a user and an item once, kept as long as they are trained with: columns {@code user}, {@code item},
 * {@code value} and {@code test}. All of a user are in one partition, one behind the other. How many partitions there are follows from the
 * rows, so that it is the same on every machine.
 */
final class RatingRows implements AutoCloseable {

  private static final int ROWS_OF_A_PARTITION = 100_000;
  private static final int MOST_PARTITIONS = 200;
  private static final int HASHES = 1_000_000;
  private static final int TIME_ACCURACY = 100_000;

  private final Dataset<Row> pairs;
  private final int partitions;
  private final Map<String, Long> leftOut;
  private final long rows;
  private final long size;

  private RatingRows(
      Dataset<Row> pairs, int partitions, Map<String, Long> leftOut, long rows, long size) {
    this.pairs = pairs;
    this.partitions = partitions;
    this.leftOut = leftOut;
    this.rows = rows;
    this.size = size;
  }

  static RatingRows of(
      String name,
      SparkSession spark,
      Stage<?> ratings,
      RatingColumns columns,
      TrainingOptions options) {
    Dataset<Row> judged =
        judged(read(spark, ratings, columns, options), options)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<String, Long> leftOut = new TreeMap<>();
      long rows = 0;
      for (Row reason : judged.groupBy("reason").count().collectAsList()) {
        if (reason.isNullAt(0)) {
          rows = reason.getLong(1);
        } else {
          leftOut.put(reason.getString(0), reason.getLong(1));
        }
      }
      if (rows == 0) {
        throw new IllegalStateException(
            "recommender '%s': there is nothing to train with, for stage '%s' has no ratings%s"
                .formatted(
                    name,
                    ratings.node().name(),
                    leftOut.isEmpty() ? "" : " but those that are left out: " + leftOut));
      }
      int partitions =
          (int) Math.min(MOST_PARTITIONS, Math.max(2, rows / ROWS_OF_A_PARTITION));
      Dataset<Row> good = judged.filter(col("reason").isNull());
      Dataset<Row> pairs =
          once(good, partitions, options)
              .withColumn("test", test(good, options))
              .sortWithinPartitions("user", "item")
              .select("user", "item", "value", "test")
              .persist(StorageLevel.MEMORY_AND_DISK());
      return new RatingRows(pairs, partitions, leftOut, rows, kept(pairs));
    } finally {
      judged.unpersist();
    }
  }

  /** How many there are, once all of them are kept; none of them stays if one cannot be computed. */
  private static long kept(Dataset<Row> pairs) {
    try {
      return pairs.count();
    } catch (RuntimeException e) {
      pairs.unpersist();
      throw e;
    }
  }

  private static Dataset<Row> read(
      SparkSession spark, Stage<?> ratings, RatingColumns columns, TrainingOptions options) {
    RecordType record = RecordType.of(ratings.type());
    List<Column> read = new ArrayList<>();
    read.add(named(record, columns.user()).as("user"));
    read.add(named(record, columns.item()).as("item"));
    read.add(
        columns.value().map(value -> named(record, value)).orElse(lit(1)).cast("double")
            .as("value"));
    options.holdOut.time().ifPresent(time -> read.add(time(record, time).as("time")));
    return ratings.toDataset(spark).select(read.toArray(Column[]::new));
  }

  private static Column named(RecordType record, Reference reference) {
    return Columns.named(component(record, reference));
  }

  private static RecordComponentType component(RecordType record, Reference reference) {
    return record
        .component(reference.accessor())
        .orElseThrow(
            () -> new IllegalArgumentException(
                "%s (%s) has no component '%s'"
                    .formatted(record.simpleName(), reference.site(), reference.accessor())));
  }

  private static Column time(RecordType record, Reference reference) {
    Class<?> type = component(record, reference).rawType();
    Column time = named(record, reference);
    if (type == Instant.class) {
      return unix_micros(time);
    }
    return (type == LocalDate.class ? unix_date(time) : time).cast("long");
  }

  private static Dataset<Row> judged(Dataset<Row> read, TrainingOptions options) {
    boolean implicit = options.feedback == Feedback.IMPLICIT;
    String value = implicit ? "the confidence" : "the rating";
    Column reason =
        when(col("user").isNull(), "the user is NULL")
            .when(col("item").isNull(), "the item is NULL")
            .when(col("value").isNull(), value + " is NULL")
            .when(
                col("value").isNaN().or(col("value").isin(
                    Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)),
                value + " is no finite number");
    return read.withColumn(
        "reason",
        implicit ? reason.when(col("value").leq(0), value + " is not above 0") : reason);
  }

  private static Dataset<Row> once(
      Dataset<Row> good, int partitions, TrainingOptions options) {
    Column value =
        options.feedback == Feedback.IMPLICIT ? sum("value") : avg("value");
    Dataset<Row> byUser = good.repartition(partitions, col("user"));
    return options.holdOut.time().isPresent()
        ? byUser.groupBy("user", "item").agg(value.as("value"), max("time").as("time"))
        : byUser.groupBy("user", "item").agg(value.as("value"));
  }

  private static Column test(Dataset<Row> good, TrainingOptions options) {
    if (options.holdOut instanceof HoldOut.Random random) {
      return pmod(xxhash64(col("user"), col("item"), lit(options.seed)), lit(HASHES))
          .lt(Math.round(random.share() * HASHES));
    } else if (options.holdOut instanceof HoldOut.Latest latest) {
      Row cut =
          good.agg(percentile_approx(col("time"), lit(1 - latest.share()), lit(TIME_ACCURACY)))
              .head();
      return cut.isNullAt(0)
          ? lit(false)
          : col("time").isNotNull().and(col("time").gt(cut.getLong(0)));
    } else if (options.holdOut instanceof HoldOut.LastOfEach) {
      WindowSpec user = Window.partitionBy("user");
      return row_number()
          .over(user.orderBy(col("time").desc_nulls_last(), col("item")))
          .equalTo(1)
          .and(col("time").isNotNull())
          .and(count(lit(1)).over(user).gt(1));
    }
    return lit(false);
  }

  /** All of them. */
  Dataset<Row> all() {
    return pairs;
  }

  /** Those that are not held out. */
  Dataset<Row> train() {
    return pairs.filter(col("test").equalTo(false));
  }

  /** Those that are held out. */
  Dataset<Row> test() {
    return pairs.filter(col("test"));
  }

  /** How many partitions there are. */
  int partitions() {
    return partitions;
  }

  /** How many rows are left out, by reason. */
  Map<String, Long> leftOut() {
    return leftOut;
  }

  /** How many rows are not left out. */
  long rows() {
    return rows;
  }

  /** How many pairs there are. */
  long size() {
    return size;
  }

  @Override
  public void close() {
    pairs.unpersist();
  }
}
