package dev.sluice.samples;

import org.apache.spark.sql.SparkSession;

/** The session the tests of the samples share. */
public final class LocalSpark {

  private LocalSpark() {}

  /** The one local session of this JVM, started on first use. */
  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.ui.showConsoleProgress", false)
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", 1)
        .getOrCreate();
  }
}
