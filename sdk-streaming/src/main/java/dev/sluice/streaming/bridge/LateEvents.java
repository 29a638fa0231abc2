package dev.sluice.streaming.bridge;

import java.lang.reflect.InvocationTargetException;
import org.apache.spark.sql.streaming.StreamingQuery;
import scala.Option;

/**
 * From when on rows are late in the epoch that a query has in hand. Spark lets rows go by the
 * watermark of the epoch before, and not by that which closes windows in this one; a progress tells
 * the first only afterwards, and nothing of the first epoch after a start. The classes move between
 * versions, their methods do not, so they are found by name.
 */
public final class LateEvents {

  private LateEvents() {}

  /**
   * Rows of this time and older are late.
   *
   * @param query a query that has an epoch in hand
   * @return milliseconds since 1970-01-01T00:00Z, which are 0 before the first watermark
   */
  public static long watermarkMillis(StreamingQuery query) {
    Object execution = get(get(query, "streamingQuery"), "lastExecution");
    Option<?> before = (Option<?>) get(execution, "prevOffsetSeqMetadata");
    return before.isEmpty() ? 0 : (Long) get(before.get(), "batchWatermarkMs");
  }

  static Object get(Object of, String method) {
    try {
      return of.getClass().getMethod(method).invoke(of);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Spark does not tell its watermark", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this Spark's queries are not as those of the versions that are known", e);
    }
  }
}
