package dev.sluice.io.file;

import org.apache.spark.sql.SparkSession;

/** The session the tests of sources and sinks share; Spark ends it with the JVM. */
final class IoSpark {

  private IoSpark() {}

  static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .config(
            "spark.sql.warehouse.dir",
            System.getProperty("java.io.tmpdir") + "/sluice-test-warehouse")
        .getOrCreate();
  }
}
