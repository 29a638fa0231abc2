package dev.sluice.expr;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Frame;
import dev.sluice.plan.SortKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The rows that belong to each row of {@code T}: those with the same partition, in an order, and of
 * these the frame. Immutable.
 *
 * <pre>{@code
 * over(partitionBy(Line::customerId).orderBy(desc(Line::orderDate)), rowNumber())
 * }</pre>
 *
 * <p>Without a frame it is the whole partition, or with an order everything up to the current row
 * and its equals, as in SQL.
 *
 * @param <T> the rows
 */
public final class AnalyticWindow<T> {

  private final List<ExprNode> partitionBy;
  private final List<SortKey> orderBy;
  private final Frame frame;

  AnalyticWindow(List<ExprNode> partitionBy, List<SortKey> orderBy, Frame frame) {
    this.partitionBy = partitionBy;
    this.orderBy = orderBy;
    this.frame = frame;
  }

  /** With the rows of a partition in this order. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final <U extends T> AnalyticWindow<U> orderBy(SortOrder<U>... orders) {
    return new AnalyticWindow<>(
        partitionBy, Arrays.stream(orders).map(SortOrder::key).toList(), frame);
  }

  /**
   * Over the rows between two positions relative to the current one, both inclusive: {@code
   * rowsBetween(-2, 0)} are this row and the two before it. {@link Long#MIN_VALUE} and {@link
   * Long#MAX_VALUE} mean the partition's ends.
   */
  public AnalyticWindow<T> rowsBetween(long from, long to) {
    return new AnalyticWindow<>(partitionBy, orderBy, new Frame(Frame.Unit.ROWS, from, to));
  }

  /**
   * Over the rows whose ordering value lies between two distances from the current row's, both
   * inclusive; there must be exactly one ordering column, a number.
   */
  public AnalyticWindow<T> rangeBetween(long from, long to) {
    return new AnalyticWindow<>(partitionBy, orderBy, new Frame(Frame.Unit.RANGE, from, to));
  }

  /**
   * Over the rows whose time lies between two distances from the current row's, both inclusive: {@code
   * rangeBetween(Duration.ofDays(-6), Duration.ZERO)} is a week. There must be exactly one ordering
   * column, a point in time, or a date, for which distances are whole days.
   */
  public AnalyticWindow<T> rangeBetween(Duration from, Duration to) {
    return new AnalyticWindow<>(
        partitionBy,
        orderBy,
        new Frame(
            Frame.Unit.TIME,
            TimeUnit.MICROSECONDS.convert(from),
            TimeUnit.MICROSECONDS.convert(to)));
  }

  ExprNode over(Expr<?, ?> function) {
    return over(function.node());
  }

  ExprNode over(ExprNode function) {
    return new ExprNode.Over(function, partitionBy, orderBy, frame, CallSite.here());
  }
}
