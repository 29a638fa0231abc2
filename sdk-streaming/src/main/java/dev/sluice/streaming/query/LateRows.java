package dev.sluice.streaming.query;

import dev.sluice.plan.EventTimes;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.TimeWindow;
import dev.sluice.plan.verb.Late;
import dev.sluice.spark.compile.Observing;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.run.StreamCounts;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Which rows of an epoch are late, by the very watermark by which Spark leaves them out of windows:
 * a row is routed, or a window takes it, never both and never neither.
 *
 * <p>The plan of a query is made before it starts, its watermark moves from epoch to epoch. So the
 * plan asks a function that is told the watermark when an epoch begins, and is sent to the executors
 * with the tasks, which are made afterwards.
 */
final class LateRows {

  private static final int MICROS_OF_A_MILLI = 1_000;
  private static final int NANOS_OF_A_MICRO = 1_000;

  private final Closed closed = new Closed();

  /** Whether what ended at a time, in microseconds, is over for good. */
  private static final class Closed implements UDF1<Long, Boolean> {
    private static final long serialVersionUID = 1L;

    private volatile long watermark;

    @Override
    public Boolean call(Long end) {
      return end != null && end <= watermark;
    }
  }

  /** An epoch begins. */
  void begin(long watermarkMillis) {
    closed.watermark = watermarkMillis * MICROS_OF_A_MILLI;
  }

  /** The rows that are late, counted. */
  Dataset<Row> of(PlanNode stage, Dataset<Row> rows, Observing counts) {
    // not a constant to Spark: the same value may be late in the next epoch
    UserDefinedFunction isClosed =
        functions.udf(closed, DataTypes.BooleanType).asNondeterministic();
    return counts.observe(
        rows.filter(isClosed.apply(end(stage))),
        stage,
        StreamCounts.LATE,
        functions.count(functions.lit(1)).as(StreamCounts.LATE));
  }

  /** When nothing can take a row any more, in microseconds since 1970. */
  private static Column end(PlanNode stage) {
    String component = EventTimes.into(stage).orElseThrow();
    String column = stage.input().record().component(component).orElseThrow().column();
    Column time = functions.unix_micros(Columns.named(column));
    return stage.verb(Late.class).orElseThrow().window().map(w -> end(w, time)).orElse(time);
  }

  /** The end of the last window that takes a time; windows begin at 1970, or so much after, and every slide from there. */
  private static Column end(TimeWindow window, Column time) {
    if (window instanceof TimeWindow.Tumbling tumbling) {
      return begin(time, tumbling.length(), tumbling.offset()).plus(micros(tumbling.length()));
    } else if (window instanceof TimeWindow.Sliding sliding) {
      return begin(time, sliding.slide(), sliding.offset()).plus(micros(sliding.length()));
    }
    return time.plus(micros(((TimeWindow.Session) window).gap()));
  }

  private static Column begin(Column time, Duration slide, Optional<Duration> offset) {
    Column since = offset.map(start -> time.minus(micros(start))).orElse(time);
    return time.minus(functions.pmod(since, functions.lit(micros(slide))));
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / NANOS_OF_A_MICRO;
  }
}
