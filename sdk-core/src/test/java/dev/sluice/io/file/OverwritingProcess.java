package dev.sluice.io.file;

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

  private OverwritingProcess() {}

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
    for (int version = (int) ProcessHandle.current().pid() * 1000;; version++) {
      sink.write(version(spark, version));
      System.out.println(VictimProcess.READY);
    }
  }
}
