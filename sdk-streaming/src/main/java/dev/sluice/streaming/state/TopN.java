package dev.sluice.streaming.state;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.expr.SortOrder;
import dev.sluice.plan.EventTimes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.SortKey;
import dev.sluice.record.RecordType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of each key in each window of event time, which Spark's streams cannot compute:
 *
 * <pre>{@code
 * TopN.of(bids.eventTime(Bid::at, Duration.ofMinutes(10)))
 *     .every(Duration.ofMinutes(1))
 *     .per(Bid::campaign)
 *     .first(3, desc(Bid::price))
 * }</pre>
 *
 * <p>A stream gives the rows of a window when no further row can come into it, and keeps no more of it
 * than these. Rows that are equal in the order are ordered by their columns, so a batch gives the same
 * ones. Rows whose time is NULL are left out.
 */
public final class TopN {

  private TopN() {}

  /** Of the rows of a stage. */
  public static <T extends Record> Rows<T> of(TimedStage<T> stage) {
    return new Rows<>(stage);
  }

  /**
   * Rows.
   *
   * @param stage where they come from
   * @param <T> their record
   */
  public record Rows<T extends Record>(TimedStage<T> stage) {

    /**
     * Cut into windows of this length, one after the other, that begin with 1970 in UTC.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Windows<T> every(Duration length) {
      if (length.isZero() || length.isNegative()) {
        throw new IllegalArgumentException("a window's length must be positive, not " + length);
      }
      return new Windows<>(stage, length);
    }
  }

  /**
   * Rows in windows.
   *
   * @param stage where they come from
   * @param length of a window
   * @param <T> their record
   */
  public record Windows<T extends Record>(TimedStage<T> stage, Duration length) {

    /**
     * The columns of the key.
     *
     * @throws IllegalArgumentException if there is none
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Keys<T> per(Fields.Named<T>... columns) {
      if (columns.length == 0) {
        throw new IllegalArgumentException(
            "the first rows are those of a key: per(…) needs a column");
      }
      return new Keys<>(this, FieldReader.fields(columns));
    }
  }

  /**
   * Rows in windows, by their keys.
   *
   * @param <T> their record
   */
  public static final class Keys<T extends Record> {

    private final Windows<T> windows;
    private final List<ExprNode> keys;

    private Keys(Windows<T> windows, List<ExprNode> keys) {
      this.windows = windows;
      this.keys = keys;
    }

    /**
     * Those that come first in an order.
     *
     * @param rows how many of each key and window, at least 1
     * @throws IllegalArgumentException if it is less, or if there is no order
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Stage<T> first(int rows, SortOrder<T>... orders) {
      if (rows < 1 || orders.length == 0) {
        throw new IllegalArgumentException(
            "the first rows are at least 1 by an order, such as first(3, desc(Bid::price))");
      }
      TimedStage<T> stage = windows.stage;
      List<SortKey> by = Arrays.stream(orders).map(SortOrder::key).toList();
      RecordType record = RecordType.of(stage.type());
      TopRows top =
          new TopRows(
              "the first %d rows of each %s by %s"
                  .formatted(rows, windows.length, SortKey.text(by)),
              record.components().size(),
              rows,
              windows.length.dividedBy(ChronoUnit.MICROS.getDuration()),
              time(stage),
              by.stream().map(TopRows.Order::of).toList());
      KeyedRows verb =
          new KeyedRows(
              "top",
              keys,
              new KeyForm.Columns(),
              by.stream().map(SortKey::expr).toList(),
              TimeBasis.EVENT,
              Optional.empty(),
              true,
              new KeyedBody<>(
                  top, Shape.rows("rows", columns -> columns), top.kept(), top.out()));
      return stage.then(verb, stage.type());
    }

    /** Without a time the stage has a problem, which validation reports. */
    private static int time(TimedStage<?> stage) {
      EventTimes times = new EventTimes();
      stage.node().upstream().forEach(times::of);
      return times.of(stage.node()).stream()
          .findFirst()
          .flatMap(stage.node().record()::component)
          .map(stage.node().record().components()::indexOf)
          .orElse(0);
    }
  }
}
