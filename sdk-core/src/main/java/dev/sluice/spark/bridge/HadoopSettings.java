package dev.sluice.spark.bridge;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** The bridge to what a session tells Hadoop: its file systems, and the keys to them. */
public final class HadoopSettings {

  private HadoopSettings() {}

  /** Those of the context, and what the session has set since. */
  public static Configuration of(SparkSession spark) {
    return ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf();
  }
}
