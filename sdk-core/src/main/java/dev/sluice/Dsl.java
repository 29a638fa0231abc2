package dev.sluice;

import dev.sluice.expr.StageFunctions;
import dev.sluice.plan.TimeWindow;
import java.time.Duration;
import java.util.Optional;

/**
 * The one static import: {@code import static dev.sluice.Dsl.*;} brings columns, constants,
 * conditions, aggregates, analytic windows and target records. The functions live by subject in
 * {@code dev.sluice.expr}; this class gathers them.
 *
 * <table>
 * <caption>What it gives</caption>
 * <tr><td>{@code col(Order::price)}, {@code key(Line::orderDate)}</td><td>columns of a row, keys of a group</td></tr>
 * <tr><td>{@code lit(1.0).minus(…)}, {@code value("GB")}</td><td>constants, first in a computation and as columns</td></tr>
 * <tr><td>{@code when(…).then(…).otherwise(…)}, {@code coalesce}, {@code greatest}</td><td>conditions and choices</td></tr>
 * <tr><td>{@code listOf(…)}, {@code sequence(…)}, {@code flatten(…)}</td><td>lists, beside what lists and maps can do themselves</td></tr>
 * <tr><td>{@code sum}, {@code avg}, {@code min}, {@code max}, {@code count}, {@code countDistinct} …</td><td>aggregates</td></tr>
 * <tr><td>{@code over(partitionBy(…).orderBy(…), rowNumber())}</td><td>analytic windows</td></tr>
 * <tr><td>{@code row(Line::new).of(…)}, {@code set(Line::amount).to(…)}</td><td>target records by position and by name</td></tr>
 * <tr><td>{@code tumbling}, {@code sliding}, {@code session}</td><td>windows of event time</td></tr>
 * <tr><td>{@code udf}</td><td>functions of your own</td></tr>
 * </table>
 */
public final class Dsl extends StageFunctions {

  private Dsl() {}

  /** Windows of one length, one after the other, aligned to 1970-01-01T00:00Z. */
  public static TimeWindow tumbling(Duration length) {
    return new TimeWindow.Tumbling(length, Optional.empty());
  }

  /** Windows of one length that begin every {@code slide} and overlap. */
  public static TimeWindow sliding(Duration length, Duration slide) {
    return new TimeWindow.Sliding(length, slide, Optional.empty());
  }

  /** A window for each run of rows with no longer pause than {@code gap}. */
  public static TimeWindow session(Duration gap) {
    return new TimeWindow.Session(gap);
  }
}
