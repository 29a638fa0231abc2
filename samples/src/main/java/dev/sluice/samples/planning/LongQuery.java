package dev.sluice.samples.planning;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.trim;

import dev.sluice.spark.rows.RecordRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The chain of {@link LongPipeline}, written on Spark's own datasets. */
final class LongQuery {

  private LongQuery() {}

  static Dataset<Row> of(SparkSession spark, int stages) {
    Dataset<Row> items = RecordRows.dataset(spark, LongPipeline.ITEMS, Item.class).toDF();
    Dataset<Row> weights = RecordRows.dataset(spark, LongPipeline.WEIGHTS, Weight.class).toDF();
    for (int i = 0; i < stages; i++) {
      items = next(i, items, weights);
    }
    return items;
  }

  private static Dataset<Row> next(int i, Dataset<Row> items, Dataset<Row> weights) {
    return switch (i % 5) {
      case 0 -> items.filter(col("value").gt(i % 7).and(col("name").isNotNull()));
      case 1 ->
        items.select(
            col("id"),
            col("value").plus(lit(i)).as("value"),
            trim(lower(col("name"))).as("name"));
      case 2 ->
        items
            .as("l")
            .join(weights.as("w"), col("l.id").equalTo(col("w.id")))
            .select(
                col("l.id"),
                col("l.value").plus(col("w.weight")).as("value"),
                col("w.label").as("name"));
      case 3 -> items.select(col("id"), col("value").mod(1_000_003L).as("value"), col("name"));
      default ->
        items.groupBy("id", "name").agg(max("value").as("value")).select("id", "value", "name");
    };
  }
}
