package dev.sluice.samples.stores;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.xxhash64;

import dev.sluice.samples.generator.SeededColumns;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Sales, the same on every machine.
 *
 * @param rows how many
 * @param partitions of the rows
 * @param inOrder whether they come in the order of their key; as a rule they do not
 */
record Sales(long rows, int partitions, boolean inOrder) {

  /** Columns as {@link Sale} has them, kept in memory so that no contender pays for making them. */
  Dataset<Row> kept(SparkSession spark) {
    Dataset<Row> ids = spark.range(0, rows, 1, partitions).toDF("id");
    SeededColumns random = new SeededColumns(42, col("id"));
    Dataset<Row> sales =
        (inOrder
            ? ids
            : ids.repartition(partitions, xxhash64(lit(7), col("id")))
                .sortWithinPartitions(xxhash64(col("id"))))
            .withColumn("customer", random.index("customer", 50_000))
            .withColumn(
                "product",
                concat_ws(
                    " ",
                    random.oneOf("colour", "Red", "Blue", "Green", "White", "Black"),
                    random.oneOf("thing", "Lamp", "Chair", "Kettle", "Blanket", "Radio"),
                    random.index("model", 1_000)))
            .withColumn("quantity", random.index("quantity", 5).plus(1).cast("int"))
            .withColumn("price", random.index("quarters", 3_200).plus(4).divide(4.0))
            .withColumn(
                "day",
                date_add(lit(LocalDate.of(2024, 1, 1)), random.index("day", 366).cast("int")))
            .withColumn(
                "at", timestamp_seconds(random.index("second", 31_000_000).plus(1_704_067_200)))
            .persist();
    sales.count();
    return sales;
  }
}
