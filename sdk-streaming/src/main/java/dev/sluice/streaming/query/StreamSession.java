package dev.sluice.streaming.query;

import dev.sluice.spark.bridge.SessionBridge;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The session that the queries of a stream run in: as the user's, with settings that suit streams
 * where the user has said nothing else. What is set there reaches nobody else.
 */
final class StreamSession {

  private static final String SHUFFLES = "spark.sql.shuffle.partitions";

  /** A second start on one checkpoint must fail, and not stop the first one without a word. */
  private static final String STOPS_THE_FIRST = "spark.sql.streaming.stopActiveRunOnRestart";

  /** Spark switches it off for streams itself, with a warning for each query. */
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  /** Rates, lags and states of each query beside the other figures of the application. */
  private static final String METRICS = "spark.sql.streaming.metricsEnabled";

  private StreamSession() {}

  static SparkSession of(SparkSession spark) {
    SparkSession own = SessionBridge.copy(spark);
    Map<String, String> said = CollectionConverters.asJava(spark.conf().getAll());
    if (!said.containsKey(SHUFFLES)) {
      // each partition of a small epoch costs more than its rows: 20 s for Spark's 200, 0.7 s for 2
      own.conf().set(SHUFFLES, Math.max(1, spark.sparkContext().defaultParallelism()));
    }
    own.conf().set(STOPS_THE_FIRST, false);
    own.conf().set(ADAPTIVE, false);
    own.conf().set(METRICS, true);
    return own;
  }
}
