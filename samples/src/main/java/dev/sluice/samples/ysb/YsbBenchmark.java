package dev.sluice.samples.ysb;

import dev.sluice.Sessions;
import dev.sluice.samples.bench.Benchmark;
import dev.sluice.samples.bench.BenchmarkResult;
import dev.sluice.samples.bench.Latencies;
import dev.sluice.samples.bench.Machine;
import dev.sluice.samples.bench.Measurement;
import dev.sluice.samples.job.ShortDuration;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.server.KafkaServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the job of the Yahoo streaming benchmark from Kafka: how long it takes to work off all
 * events that are there, or how long each takes to the sink when so many are sent in a second. The
 * counts of all contenders must be those that the events alone give.
 */
@Command(
    name = "bench-ysb",
    description = "Measure the Yahoo streaming benchmark's job from Kafka, against Spark by hand",
    showDefaultValues = true)
public final class YsbBenchmark implements Callable<Integer> {

  private static final int SPARKS_SHUFFLES = 200;

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
      names = "--rate",
      paramLabel = "N",
      description = "Send N events a second and measure how long they take to the sink, instead of how many"
          + " pass.")
  private int rate;

  @Option(
      names = "--for",
      description = "With --rate: how long events are sent that count.",
      defaultValue = "60s",
      converter = ShortDuration.class)
  private Duration length;

  @Option(
      names = "--warmup",
      description = "With --rate: how long events are sent before those.",
      defaultValue = "20s",
      converter = ShortDuration.class)
  private Duration warmup;

  @Option(
      names = "--with-defaults",
      description = "Also with Spark's 200 shuffle partitions, which takes long.")
  private boolean withDefaults;

  /** Made by the launcher, which also sets the options. */
  public YsbBenchmark() {}

  @Override
  public Integer call() throws Exception {
    try (KafkaServer server = KafkaServer.start();
        SparkSession spark = Sessions.embedded("bench-ysb").getOrCreate()) {
      YsbQueries queries = new YsbQueries(spark, perEpoch);
      if (rate > 0) {
        measureLatency(queries, server);
      } else {
        measureThroughput(queries, server);
      }
    }
    return 0;
  }

  private void measureThroughput(YsbQueries queries, KafkaServer server) throws Exception {
    YsbEvents all = new YsbEvents(events);
    TreeMap<String, Long> expected = all.expected();
    YsbTopic topic = YsbTopic.create(server, partitions);
    topic.fill(all);
    Benchmark benchmark =
        Benchmark.named("ysb")
            .baseline("expert", () -> agreed(expected, byHand(queries, topic, cores(queries))))
            .contender("sluice", () -> agreed(expected, bySluice(queries, topic)));
    if (withDefaults) {
      benchmark =
          benchmark.contender(
              "defaults", () -> agreed(expected, byHand(queries, topic, SPARKS_SHUFFLES)));
    }
    BenchmarkResult result = benchmark.warmups(warmups).runs(rounds).run(System.out);
    System.out.printf("%,.0f events/s%n", events / result.median("sluice", Measurement::seconds));
  }

  private void measureLatency(YsbQueries queries, KafkaServer server) throws Exception {
    Map<String, YsbLatency.Contender> contenders = new LinkedHashMap<>();
    contenders.put("views, expert", YsbLatency.viewsByHand(queries));
    contenders.put("views, sluice", YsbLatency.viewsBySluice(queries));
    contenders.put("counts, expert", YsbLatency.countsByHand(queries, cores(queries)));
    contenders.put("counts, sluice", YsbLatency.countsBySluice(queries));
    if (withDefaults) {
      contenders.put("counts, defaults", YsbLatency.countsByHand(queries, SPARKS_SHUFFLES));
    }
    System.out.println(Machine.current().describe());
    YsbLatency latency = new YsbLatency(server, partitions, rate, warmup, length);
    System.out.print(Latencies.table(latency.of(contenders)));
  }

  private static int cores(YsbQueries queries) {
    return queries.spark().sparkContext().defaultParallelism();
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

  private static TreeMap<String, Long> byHand(YsbQueries queries, YsbTopic topic, int shuffles)
      throws Exception {
    TreeMap<String, Long> counts = new TreeMap<>();
    queries
        .countsByHand(
            topic,
            shuffles,
            org.apache.spark.sql.streaming.Trigger.AvailableNow(),
            row -> counts.put(
                YsbEvents.key(row.getString(0), row.getTimestamp(1).toInstant()),
                row.getLong(2)))
        .awaitTermination();
    return counts;
  }

  private static TreeMap<String, Long> bySluice(YsbQueries queries, YsbTopic topic) {
    TreeMap<String, Long> counts = new TreeMap<>();
    queries
        .countsBySluice(
            topic,
            Trigger.availableNow(),
            count -> counts.put(YsbEvents.key(count.campaign(), count.from()), count.views()))
        .await();
    return counts;
  }
}
