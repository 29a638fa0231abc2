package dev.sluice.streaming.state;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.expr.Fields;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Each row with the total of all rows of its key up to it, in the order of event time:
 *
 * <pre>{@code
 * RunningTotal.of(payments.eventTime(Payment::at, Duration.ofMinutes(10)))
 *     .keyedBy(Payment::account)
 *     .ofLong(Payment::cents, Balance.class, (payment, total) -> new Balance(payment.account(), total))
 * }</pre>
 *
 * <p>A stream gives a row when no earlier one can come, so its totals are those of a batch. The total
 * of a key is kept for ever. Rows whose time is NULL are left out, and an amount that is NULL adds
 * nothing.
 */
public final class RunningTotal {

  private RunningTotal() {}

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

    /** A total for each value of a column. */
    public <K> Totals<K, T> keyedBy(Fields.Typed<T, K> column) {
      return new Totals<>(Stateful.inOrder(stage).keyedBy(column));
    }
  }

  /**
   * Rows by their keys. Each method takes the column of the amounts, the record of the rows that come
   * out, and what makes one of a row and its total.
   *
   * @param <K> the key
   * @param <T> their record
   */
  public static final class Totals<K, T extends Record> {

    private final Stateful.KeyedBy<K, T> rows;

    private Totals(Stateful.KeyedBy<K, T> rows) {
      this.rows = rows;
    }

    /** The sum of whole numbers; one that does not fit a {@code long} fails the run. */
    public <R extends Record> Stage<R> ofLong(
        Fields.Typed<T, Long> amount, Class<R> record, With<T, Long, R> row) {
      return rows
          .keeping(LongTotal.class)
          .process(
              record,
              (in, key) -> {
                Long added = amount.get(in);
                long before = key.state().map(LongTotal::total).orElse(0L);
                long total = added == null ? before : Math.addExact(before, added);
                key.keep(new LongTotal(total));
                key.emit(row.with(in, total));
              });
    }

    /** The sum of floating-point numbers, added in the order of the rows. */
    public <R extends Record> Stage<R> ofDouble(
        Fields.Typed<T, Double> amount, Class<R> record, With<T, Double, R> row) {
      return rows
          .keeping(DoubleTotal.class)
          .process(
              record,
              (in, key) -> {
                Double added = amount.get(in);
                double before = key.state().map(DoubleTotal::total).orElse(0.0);
                double total = added == null ? before : before + added;
                key.keep(new DoubleTotal(total));
                key.emit(row.with(in, total));
              });
    }

    /** The sum of decimals; one of more than 20 digits before or 18 behind the point fails the run. */
    public <R extends Record> Stage<R> ofDecimal(
        Fields.Typed<T, BigDecimal> amount, Class<R> record, With<T, BigDecimal, R> row) {
      return rows
          .keeping(DecimalTotal.class)
          .process(
              record,
              (in, key) -> {
                BigDecimal added = amount.get(in);
                BigDecimal before = key.state().map(DecimalTotal::total).orElse(BigDecimal.ZERO);
                BigDecimal total = added == null ? before : before.add(added);
                key.keep(new DecimalTotal(total));
                key.emit(row.with(in, total));
              });
    }
  }

  /**
   * Makes a row of a row and a total. It is sent to the executors.
   *
   * @param <T> the row
   * @param <N> the total
   * @param <R> the row that comes out
   */
  @FunctionalInterface
  public interface With<T, N, R> extends Serializable {

    /** The row that comes out, not null. */
    R with(T row, N total);
  }

  private record LongTotal(long total) {}

  private record DoubleTotal(double total) {}

  private record DecimalTotal(BigDecimal total) {}
}
