package dev.sluice.spark.compile;

import org.apache.spark.sql.SparkSession;

/** The session that tests share: local, small, in UTC, without a UI. */
public final class TestSpark {

  private TestSpark() {}

  /** The one that is there, or a new one. */
  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("sdk-core tests")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 1)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }
}
