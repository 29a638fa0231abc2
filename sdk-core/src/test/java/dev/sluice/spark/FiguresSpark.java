package dev.sluice.spark;

import org.apache.spark.sql.SparkSession;

/** A small session with two shuffle partitions, shared by the tests about figures. */
final class FiguresSpark {

  private FiguresSpark() {}

  static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("figures")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .getOrCreate();
  }
}
