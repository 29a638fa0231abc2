package dev.sluice.spark.run;

import dev.sluice.connect.Secrets;
import org.apache.spark.sql.SparkSession;

/** Tells Spark's own pages what the jobs of this thread are for. */
final class SparkDescription {

  private SparkDescription() {}

  static void set(SparkSession spark, String pipeline, String what) {
    spark.sparkContext().setJobDescription(Secrets.masked(pipeline + ": " + what));
  }

  static void clear(SparkSession spark) {
    spark.sparkContext().setJobDescription(null);
  }
}
