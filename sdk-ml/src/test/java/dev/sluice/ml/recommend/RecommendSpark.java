package dev.sluice.ml.recommend;

import dev.sluice.Sessions;
import org.apache.spark.sql.SparkSession;

/** The session that these tests share. */
final class RecommendSpark {

  private RecommendSpark() {}

  static SparkSession session() {
    return Sessions.embedded("recommendations").master("local[2]").getOrCreate();
  }
}
