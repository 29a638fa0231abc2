package dev.sluice.samples.ysb;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.io.kafka.Kafka;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.samples.bench.Benchmark;
import dev.sluice.samples.bench.BenchmarkResult;
import dev.sluice.samples.bench.Measurement;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.server.KafkaServer;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the job of the Yahoo streaming benchmark from Kafka: how long it takes to work off all
 * events that are there. The counts of all contenders must be those that the events alone give.
 */
@Command(
    name = "bench-ysb",
    description = "Measure the Yahoo streaming benchmark's job from Kafka, against Spark by hand",
    showDefaultValues = true)
public final class YsbBenchmark implements Callable<Integer> {

  @Option(names = "--events", description = "How many events.", defaultValue = "1000000")
  private long events;

  @Option(names = "--per-epoch", description = "Events of an epoch.", defaultValue = "100000")
  private long perEpoch;

  @Option(names = "--partitions", description = "Partitions of the topic.", defaultValue = "4")
  private int partitions;

  @Option(names = "--warmups", description = "Rounds that do not count.", defaultValue = "1")
  private int warmups;

  @Option(names = "--rounds", description = "Rounds that count.", defaultValue = "3")
  private int rounds;

  @Option(
      names = "--with-defaults",
      description = "Also with Spark's 200 shuffle partitions, which takes long.")
  private boolean withDefaults;

  /** Made by the launcher, which also sets the options. */
  public YsbBenchmark() {}

  @Override
  public Integer call() throws Exception {
    YsbEvents all = new YsbEvents(events);
    TreeMap<String, Long> expected = all.expected();
    try (KafkaServer server = KafkaServer.start();
        SparkSession spark = Sessions.embedded("bench-ysb").getOrCreate()) {
      int cores = spark.sparkContext().defaultParallelism();
      YsbTopic topic = YsbTopic.create(server, partitions);
      topic.fill(all);
      Benchmark benchmark =
          Benchmark.named("ysb")
              .baseline("expert", () -> agreed(expected, byHand(spark, topic, cores)))
              .contender("sluice", () -> agreed(expected, bySluice(spark, topic)));
      if (withDefaults) {
        benchmark =
            benchmark.contender("defaults", () -> agreed(expected, byHand(spark, topic, 200)));
      }
      BenchmarkResult result = benchmark.warmups(warmups).runs(rounds).run(System.out);
      System.out.printf("%,.0f events/s%n", events / result.median("sluice", Measurement::seconds));
      return 0;
    }
  }

  private static int agreed(TreeMap<String, Long> expected, TreeMap<String, Long> counted) {
    if (!expected.equals(counted)) {
      throw new IllegalStateException(
          "%d counts, sum %d, where the events give %d, sum %d"
              .formatted(counted.size(), sum(counted), expected.size(), sum(expected)));
    }
    return counted.hashCode();
  }

  private static long sum(TreeMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private TreeMap<String, Long> byHand(SparkSession shared, YsbTopic topic, int shuffles)
      throws Exception {
    SparkSession spark = shared.newSession();
    spark.conf().set("spark.sql.shuffle.partitions", shuffles);
    Dataset<Row> ads =
        spark.createDataset(
            YsbEvents.ads().stream().map(ad -> ad.adId() + " " + ad.campaignId()).toList(),
            Encoders.STRING())
            .selectExpr("split(value, ' ')[0] AS ad_id", "split(value, ' ')[1] AS campaign_id");
    TreeMap<String, Long> counts = new TreeMap<>();
    ByHand.counts(ByHand.views(spark, topic, perEpoch, ads))
        .writeStream()
        .trigger(org.apache.spark.sql.streaming.Trigger.AvailableNow())
        .foreachBatch(
            (VoidFunction2<Dataset<Row>, Long>) (rows, epoch) -> rows.collectAsList()
                .forEach(row -> counts.put(
                    YsbEvents.key(row.getString(0), row.getTimestamp(1).toInstant()),
                    row.getLong(2))))
        .start()
        .awaitTermination();
    return counts;
  }

  private TreeMap<String, Long> bySluice(SparkSession spark, YsbTopic topic) throws Exception {
    TreeMap<String, Long> counts = new TreeMap<>();
    Pipeline pipeline = Pipeline.named("ysb");
    Stage<AdEvent> incoming =
        pipeline.source(
            "events",
            Kafka.topic(topic.name())
                .bootstrapServers(topic.brokers())
                .json(AdEvent.class)
                .maxOffsetsPerTrigger(perEpoch));
    Stage<Ad> ads = pipeline.source("ads", InMemory.rows(Ad.class, YsbEvents.ads()));
    YsbPipeline.counts(YsbPipeline.views(incoming, ads))
        .sink(
            "counts",
            Datasets.forEachBatch(
                CampaignCount.class,
                (rows, epoch) -> rows.collectAsList()
                    .forEach(
                        count -> counts.put(
                            YsbEvents.key(count.campaign(), count.from()), count.views())))
                .idempotent());
    Streaming.of(pipeline)
        .ephemeral()
        .trigger(Trigger.availableNow())
        .start(spark)
        .await();
    return counts;
  }
}
