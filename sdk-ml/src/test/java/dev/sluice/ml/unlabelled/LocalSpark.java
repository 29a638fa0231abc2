package dev.sluice.ml.unlabelled;

import dev.sluice.Sessions;
import org.apache.spark.sql.SparkSession;

/** The session of these tests. */
final class LocalSpark {

  private LocalSpark() {}

  static SparkSession session() {
    return Sessions.embedded("sdk-ml").master("local[2]").getOrCreate();
  }
}
