package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.value;

import dev.sluice.Pipeline;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcSink;
import dev.sluice.io.memory.Datasets;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** A job of its own that upserts the same keys again and again, each time with a higher sequence. */
final class UpsertJvm {

  record Key(long id) {}

  /** The checksum tells a row of two halves. */
  record Numbered(long id, long sequence, long checksum) {}

  private UpsertJvm() {}

  /**
   * Arguments: the database, how many rows, the first sequence, whether each run is one transaction,
   * and after how many milliseconds of work to be killed.
   */
  public static void main(String[] arguments) {
    long rows = Long.parseLong(arguments[1]);
    long sequence = Long.parseLong(arguments[2]);
    long death = Long.parseLong(arguments[4]);
    SparkSession spark =
        SparkSession.builder()
            .master("local[4]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "localhost")
            .getOrCreate();
    new Thread(() -> killAfter(death)).start();
    while (true) {
      run(spark, arguments[0], rows, sequence++, Boolean.parseBoolean(arguments[3]));
    }
  }

  private static void killAfter(long millis) {
    try {
      Thread.sleep(millis);
      new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void run(SparkSession spark, String url, long rows, long sequence, boolean whole) {
    JdbcSink<Numbered> sink =
        Jdbc.table(Numbered.class, "numbered")
            .url(url)
            .upsert(Numbered::id)
            .onlyIfNewer(Numbered::sequence);
    Pipeline pipeline = Pipeline.named("numbered");
    pipeline
        .source("keys", Datasets.of(Key.class, spark.range(0, rows, 1, 4).toDF("id")))
        .select(row(Numbered::new).of(
            col(Key::id),
            value(sequence),
            col(Key::id).times(31).plus(sequence)))
        .sink("table", whole ? sink.inOneTransaction() : sink);
    pipeline.run(spark);
  }
}
