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

  private StreamSession() {}

  static SparkSession of(SparkSession spark) {
    SparkSession own = SessionBridge.copy(spark);
    Map<String, String> said = CollectionConverters.asJava(spark.conf().getAll());
    if (!said.containsKey(SHUFFLES)) {
      // each partition of a small epoch costs more than its rows: 20 s for Spark's 200, 0.7 s for 2
      own.conf().set(SHUFFLES, Math.max(1, spark.sparkContext().defaultParallelism()));
    }
    own.conf().set(STOPS_THE_FIRST, false);
    return own;
  }
}
