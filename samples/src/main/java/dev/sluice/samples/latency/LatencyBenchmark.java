package dev.sluice.samples.latency;

import dev.sluice.Sessions;
import dev.sluice.samples.bench.Latencies;
import dev.sluice.samples.bench.Machine;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.testkit.server.KafkaServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how long messages take from topic to topic at a fixed rate. Each carries the time at which
 * it was due to be sent; all must arrive; those of the warm-up are dropped; percentiles are of all others.
 */
@Command(
    name = "bench-latency",
    description = "Measure how long a row takes from topic to topic, in real time and by epochs",
    showDefaultValues = true)
public final class LatencyBenchmark implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double NANO = 1e9;

  @Option(names = "--rate", description = "Messages a second.", defaultValue = "200")
  private int rate;

  @Option(names = "--seconds", description = "Seconds that count.", defaultValue = "30")
  private int seconds;

  @Option(names = "--warmup", description = "Seconds before that do not.", defaultValue = "15")
  private int warmup;

  @Option(
      names = "--checkpoints",
      description = "Seconds between two checkpoints in real time.",
      defaultValue = "10")
  private int checkpoints;

  /** A way to copy messages. */
  private interface Contender {
    Copying start(LatencyTopics topics, String checkpoints) throws Exception;
  }

  /** Made by the launcher, which also sets the options. */
  public LatencyBenchmark() {}

  @Override
  public Integer call() throws Exception {
    System.out.println(Machine.current().describe());
    try (KafkaServer server = KafkaServer.start();
        SparkSession spark = Sessions.embedded("bench-latency").getOrCreate()) {
      System.out.printf(
          "%-18s %8s %8s %8s %8s %8s %8s%n",
          "ms", "p50", "p90", "p99", "max", "epochs", "CPU s/s");
      for (Map.Entry<String, Contender> one : contenders(spark).entrySet()) {
        measure(one.getKey(), one.getValue(), LatencyTopics.create(server));
      }
    }
    return 0;
  }

  private Map<String, Contender> contenders(SparkSession spark) {
    Duration interval = Duration.ofSeconds(checkpoints);
    Map<String, Contender> all = new LinkedHashMap<>();
    all.put(
        "real time",
        (topics, dir) -> Copying.bySluice(spark, topics, dir, Trigger.realTime(interval)));
    all.put(
        "epochs",
        (topics, dir) -> Copying.bySluice(spark, topics, dir, Trigger.every(Duration.ZERO)));
    all.put(
        "Spark, epochs",
        (topics, dir) -> Copying.byHand(
            spark, topics, dir, org.apache.spark.sql.streaming.Trigger.ProcessingTime(0)));
    return all;
  }

  private void measure(String name, Contender contender, LatencyTopics topics) throws Exception {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int messages = rate * (warmup + seconds);
    Path directory = Files.createTempDirectory("sluice-latency");
    FutureTask<long[]> arrivals = new FutureTask<>(new Arrivals(topics, messages, PATIENCE));
    Thread reader = new Thread(arrivals, "arrivals");
    reader.setDaemon(true);
    Copying copying = contender.start(topics, directory.toString());
    try {
      reader.start();
      long began = System.nanoTime();
      long cpu = system.getProcessCpuTime();
      Sender.send(topics, messages, rate);
      long[] micros = arrivals.get();
      double used = (system.getProcessCpuTime() - cpu) / NANO;
      Latencies counted =
          Latencies.of(Arrays.stream(micros, rate * warmup, messages));
      System.out.printf(
          "%-18s %8.1f %8.1f %8.1f %8.1f %8d %8.2f%n",
          name,
          counted.percentile(50),
          counted.percentile(90),
          counted.percentile(99),
          counted.percentile(100),
          copying.epochs(),
          used / ((System.nanoTime() - began) / NANO));
    } finally {
      copying.stop();
    }
  }
}
