package dev.sluice.spark.bridge;

import org.apache.spark.sql.SparkSession;

/** Sessions of the same context. */
public final class SessionBridge {

  private SessionBridge() {}

  /**
   * A session with the settings, temporary views and catalogs that this one has now. What is set
   * there later is seen by nobody else, whatever other threads do in this one.
   */
  public static SparkSession copy(SparkSession spark) {
    return ((org.apache.spark.sql.classic.SparkSession) spark).cloneSession();
  }
}
