package dev.sluice.samples.ysb;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.window;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The job as one writes it with Spark alone. */
final class ByHand {

  private static final StructType EVENT =
      new StructType()
          .add("user_id", DataTypes.StringType)
          .add("page_id", DataTypes.StringType)
          .add("ad_id", DataTypes.StringType)
          .add("ad_type", DataTypes.StringType)
          .add("event_type", DataTypes.StringType)
          .add("event_time", DataTypes.TimestampType)
          .add("ip_address", DataTypes.StringType);

  private ByHand() {}

  static Dataset<Row> views(SparkSession spark, YsbTopic topic, long perEpoch, Dataset<Row> ads) {
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", topic.brokers())
        .option("subscribe", topic.name())
        .option("startingOffsets", "earliest")
        .option("maxOffsetsPerTrigger", perEpoch)
        .load()
        .select(from_json(col("value").cast("string"), EVENT).as("event"), col("timestamp"))
        .select("event.*", "timestamp")
        .filter(col("event_type").equalTo("view"))
        .join(broadcast(ads), "ad_id")
        .select("campaign_id", "event_time", "timestamp");
  }

  static Dataset<Row> counts(Dataset<Row> views) {
    return views
        .withWatermark("event_time", "10 seconds")
        .groupBy(window(col("event_time"), "10 seconds").as("w"), col("campaign_id"))
        .count()
        .select(
            col("campaign_id").as("campaign"),
            col("w").getField("start").as("from"),
            col("count").as("views"));
  }
}
