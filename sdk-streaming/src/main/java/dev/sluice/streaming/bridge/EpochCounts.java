package dev.sluice.streaming.bridge;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What was observed in the epoch that a query has in hand, as soon as its rows are computed. A
 * progress tells it when the epoch has been written.
 */
public final class EpochCounts {

  private EpochCounts() {}

  /** The counts by the names of their points. */
  public static Map<String, Row> of(StreamingQuery query) {
    Object execution = LateEvents.get(LateEvents.get(query, "streamingQuery"), "lastExecution");
    return CollectionConverters.asJava(observed(LateEvents.get(execution, "observedMetrics")));
  }

  @SuppressWarnings("unchecked") // the type of Spark's method
  private static scala.collection.Map<String, Row> observed(Object metrics) {
    return (scala.collection.Map<String, Row>) metrics;
  }
}
