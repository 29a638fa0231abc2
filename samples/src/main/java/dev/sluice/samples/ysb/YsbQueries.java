package dev.sluice.samples.ysb;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamingRun;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/**
 * The queries of the contenders, each from a topic to somebody who looks at every row.
 *
 * @param spark runs them
 * @param perEpoch how many events an epoch has at most
 */
record YsbQueries(SparkSession spark, long perEpoch) {

  /** The views by hand: campaign and event time. */
  StreamingQuery viewsByHand(YsbTopic topic, Trigger trigger, Consumer<Row> sink)
      throws Exception {
    return started(ByHand.views(spark, topic, perEpoch, ads(spark)), trigger, sink);
  }

  /** The counts by hand: campaign, start of the window and views. */
  StreamingQuery countsByHand(YsbTopic topic, int shuffles, Trigger trigger, Consumer<Row> sink)
      throws Exception {
    SparkSession own = spark.newSession();
    own.conf().set("spark.sql.shuffle.partitions", shuffles);
    return started(ByHand.counts(ByHand.views(own, topic, perEpoch, ads(own))), trigger, sink);
  }

  /** The views by Sluice. */
  StreamingRun viewsBySluice(
      YsbTopic topic, dev.sluice.streaming.run.Trigger trigger, Consumer<View> sink) {
    Pipeline pipeline = Pipeline.named("ysb-views");
    views(pipeline, topic)
        .sink(
            "views",
            Datasets.forEachBatch(
                View.class, (rows, epoch) -> rows.collectAsList().forEach(sink)).idempotent());
    return started(pipeline, trigger);
  }

  /** The counts by Sluice. */
  StreamingRun countsBySluice(
      YsbTopic topic, dev.sluice.streaming.run.Trigger trigger, Consumer<CampaignCount> sink) {
    Pipeline pipeline = Pipeline.named("ysb");
    YsbPipeline.counts(views(pipeline, topic))
        .sink(
            "counts",
            Datasets.forEachBatch(
                CampaignCount.class, (rows, epoch) -> rows.collectAsList().forEach(sink))
                .idempotent());
    return started(pipeline, trigger);
  }

  private Stage<View> views(Pipeline pipeline, YsbTopic topic) {
    Stage<AdEvent> events =
        pipeline.source(
            "events",
            Kafka.topic(topic.name())
                .bootstrapServers(topic.brokers())
                .json(AdEvent.class)
                .maxOffsetsPerTrigger(perEpoch));
    return YsbPipeline.views(
        events, pipeline.source("ads", InMemory.rows(Ad.class, YsbEvents.ads())));
  }

  private StreamingRun started(Pipeline pipeline, dev.sluice.streaming.run.Trigger trigger) {
    return Streaming.of(pipeline).ephemeral().trigger(trigger).start(spark);
  }

  private static StreamingQuery started(Dataset<Row> rows, Trigger trigger, Consumer<Row> sink)
      throws Exception {
    return rows.writeStream()
        .trigger(trigger)
        .foreachBatch(
            (VoidFunction2<Dataset<Row>, Long>) (epoch, id) -> epoch.collectAsList().forEach(sink))
        .start();
  }

  private static Dataset<Row> ads(SparkSession spark) {
    return spark
        .createDataset(
            YsbEvents.ads().stream().map(ad -> ad.adId() + " " + ad.campaignId()).toList(),
            Encoders.STRING())
        .selectExpr("split(value, ' ')[0] AS ad_id", "split(value, ' ')[1] AS campaign_id");
  }
}
