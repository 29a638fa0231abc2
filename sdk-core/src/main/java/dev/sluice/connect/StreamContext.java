package dev.sluice.connect;

import java.util.Objects;
import org.apache.spark.sql.SparkSession;

/**
 * What a stream is read with.
 *
 * @param spark the session
 * @param stage the name of the source in its pipeline, which stays over restarts
 */
public record StreamContext(SparkSession spark, String stage) {

  /**
   * Checks that nothing is null.
   *
   * @throws NullPointerException if a component is null
   */
  public StreamContext {
    Objects.requireNonNull(spark, "spark");
    Objects.requireNonNull(stage, "stage");
  }
}
