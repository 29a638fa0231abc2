package dev.sluice.spark.compile;

import dev.sluice.plan.EventTimes;
import dev.sluice.plan.Nullability;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.EventTime;
import dev.sluice.spark.rows.Columns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Declares a watermark. Rows without a time go on, and Spark leaves them out of windows without a
 * word; in a stream they are counted, if there can be any.
 */
public final class WatermarkCompiler implements VerbCompiler<EventTime> {

  /** The point where rows without a time are counted, and the name of their number. */
  public static final String TIMELESS = "timeless";

  private final Compilation compilation;

  WatermarkCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  @Override
  public Dataset<Row> compile(EventTime verb, VerbInputs in) {
    String column = in.compiler().nameOf(verb.column()).orElseThrow();
    return counted(in.rows(), in.stage(), column)
        .withWatermark(column, verb.lateness().toMillis() + " milliseconds");
  }

  private Dataset<Row> counted(Dataset<Row> rows, PlanNode stage, String column) {
    return rows.isStreaming() && mayHaveNoTime(stage)
        ? compilation.observing().observe(
            rows,
            stage,
            TIMELESS,
            functions.count_if(Columns.named(column).isNull()).as(TIMELESS))
        : rows;
  }

  private static boolean mayHaveNoTime(PlanNode stage) {
    Nullability nulls = new Nullability();
    stage.upstream().forEach(nulls::neverNull);
    return EventTimes.timeOf(stage)
        .filter(time -> !nulls.neverNull(stage.input()).contains(time))
        .isPresent();
  }
}
