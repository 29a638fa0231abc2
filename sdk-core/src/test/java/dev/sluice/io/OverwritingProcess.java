package dev.sluice.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Another JVM that overwrites a directory again and again, each time with rows of the next version,
 * until it is killed.
 */
final class OverwritingProcess {

  static final int ROWS = 20_000;
  static final int PARTS = 8;

  record Entry(int version, int part, long id) {}

  private final Process process;
  private final BufferedReader output;

  private OverwritingProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static OverwritingProcess start(Path target, boolean partitioned) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String opened :
        List.of("java.nio", "java.lang.invoke", "java.util", "sun.util.calendar")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx600m", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            OverwritingProcess.class.getName(), target.toString(), String.valueOf(partitioned)));
    return new OverwritingProcess(
        new ProcessBuilder(command).redirectError(Redirect.DISCARD).start());
  }

  /** Waits until it has written a first version and begins to replace it. */
  void awaitFirstVersion() throws IOException {
    String line = output.readLine();
    while (line != null && !line.startsWith("written")) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("the process ended by itself");
    }
  }

  /** Lets it run for a while, then kills it with SIGKILL. */
  void killAfter(long millis) throws InterruptedException {
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the process ended by itself: " + process.exitValue());
    }
    process.destroyForcibly().waitFor();
  }

  static Dataset<Row> version(SparkSession spark, int version) {
    return spark
        .range(0, ROWS, 1, 2)
        .selectExpr(version + " as version", "cast(id % " + PARTS + " as int) as part", "id");
  }

  static FileSink<Entry> sink(String target, boolean partitioned) {
    FileSink<Entry> sink = Files.parquet(Entry.class, target).overwrite();
    return partitioned ? sink.partitionBy("part") : sink;
  }

  /** The other JVM. */
  public static void main(String[] arguments) {
    SparkSession spark = IoSpark.session();
    FileSink<Entry> sink = sink(arguments[0], Boolean.parseBoolean(arguments[1]));
    for (int version = (int) ProcessHandle.current().pid() * 1000; ; version++) {
      sink.write(version(spark, version));
      System.out.println("written " + version);
    }
  }
}
