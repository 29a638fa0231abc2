package dev.sluice.streaming.state;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.annotation.Internal;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.RecordType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Changes of a table, as a database or a service tells them, so that a copy of the table can be kept.
 * Changes may come twice and in any order: of each key the last one by its sequence counts.
 *
 * <pre>{@code
 * ApplyChanges<OrderChange> orders = ApplyChanges.timed(changes.eventTime(OrderChange::at, Duration.ofMinutes(10)))
 *     .keys(OrderChange::orderId)
 *     .sequenceBy(OrderChange::lsn)
 *     .deletesWhen(col(OrderChange::op).eq("d"));
 * orders.upserts().sink("orders", …);   // an upsert by orderId
 * orders.deletes().sink("gone", …);     // deletes by orderId
 * }</pre>
 *
 * <p>In a stream each epoch gives one row at most for each key, so an upsert and a delete of one key
 * never meet, and the two sinks may be written at the same time. They are in one query, also where
 * each sink has its own: the deletes of another query could run ahead. As a batch it gives the last
 * change of each key.
 *
 * <p>To know that a change is old, the last sequence of its key has to be remembered, that of deletes
 * as well. {@link #timed} remembers it until no earlier change can come any more, which is the
 * lateness of the stage; {@link #of} for ever.
 *
 * @param <T> the record of the changes
 */
public final class ApplyChanges<T extends Record> {

  private final Stage<T> last;
  private final BoolExpr<T> deletes;

  private ApplyChanges(Stage<T> last, BoolExpr<T> deletes) {
    this.last = last;
    this.deletes = deletes;
  }

  /** Changes without a time: the last sequence of each key is remembered for ever. */
  public static <T extends Record> Changes<T> of(Stage<T> changes) {
    return new Changes<>(changes, TimeBasis.NONE, Optional.empty());
  }

  /**
   * Changes with a time. Of two changes of a key, the one with the larger sequence must not have an
   * earlier time; where clocks cannot promise that, {@link Changes#rememberFor} allows for it.
   */
  public static <T extends Record> Changes<T> timed(TimedStage<T> changes) {
    return new Changes<>(changes, TimeBasis.EVENT, Optional.of(Duration.ZERO));
  }

  /** Whether a stage is the last changes of keys: its readers have to take them in one order. */
  @Internal
  public static boolean isIn(PlanNode stage) {
    return stage.verb(KeyedRows.class)
        .filter(verb -> verb.body().function() instanceof LastChange)
        .isPresent();
  }

  /** The last change of each key, whatever it is. */
  public Stage<T> changes() {
    return last;
  }

  /** Those after which the row is there; also those of which nobody knows whether they delete. */
  public Stage<T> upserts() {
    return last.filter(deletes.orElse(false).not());
  }

  /** Those after which the row is gone; the columns of the key say which. */
  public Stage<T> deletes() {
    return last.filter(deletes);
  }

  /**
   * Changes.
   *
   * @param <T> their record
   */
  public static final class Changes<T extends Record> {

    private final Stage<T> stage;
    private final TimeBasis basis;
    private final Optional<Duration> remembered;

    private Changes(Stage<T> stage, TimeBasis basis, Optional<Duration> remembered) {
      this.stage = stage;
      this.basis = basis;
      this.remembered = remembered;
    }

    /**
     * Remembers the last change of a key for so much longer than the lateness of the stage.
     *
     * @param time by event time, not negative
     */
    public Changes<T> rememberFor(Duration time) {
      return new Changes<>(stage, basis, Optional.of(time));
    }

    /**
     * The columns by which a row of the table is known.
     *
     * @throws IllegalArgumentException if there is none
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Keys<T> keys(Fields.Named<T>... columns) {
      if (columns.length == 0) {
        throw new IllegalArgumentException("changes need at least one key column");
      }
      return new Keys<>(this, FieldReader.fields(columns));
    }
  }

  /**
   * Changes by their keys.
   *
   * @param <T> their record
   */
  public static final class Keys<T extends Record> {

    private final Changes<T> changes;
    private final List<ExprNode> keys;

    private Keys(Changes<T> changes, List<ExprNode> keys) {
      this.changes = changes;
      this.keys = keys;
    }

    /**
     * The column that says which change of a key is the last: a number of the log, a version, a time.
     * It grows with each change of a key; of two that are equal the first counts. A NULL in it fails
     * the run.
     */
    public Sequenced<T> sequenceBy(Fields.Typed<T, ? extends Comparable<?>> column) {
      return new Sequenced<>(this, FieldReader.field(column));
    }
  }

  /**
   * Changes by their keys, in order.
   *
   * @param <T> their record
   */
  public static final class Sequenced<T extends Record> {

    private final Keys<T> keys;
    private final ExprNode sequence;

    private Sequenced(Keys<T> keys, ExprNode sequence) {
      this.keys = keys;
      this.sequence = sequence;
    }

    /** What is true of a change after which the row is gone; NULL counts as false. */
    public ApplyChanges<T> deletesWhen(BoolExpr<T> condition) {
      Changes<T> changes = keys.changes;
      LastChange last =
          new LastChange(RecordType.of(changes.stage.type()).components().size());
      Shape<Row> rows = Shape.rows("changes", columns -> columns);
      KeyedRows verb =
          new KeyedRows(
              "applyChanges",
              keys.keys,
              new KeyForm.Columns(),
              List.of(sequence),
              changes.basis,
              changes.remembered,
              true,
              new KeyedBody<>(last, rows, last.kept(), last.out()));
      return new ApplyChanges<>(changes.stage.then(verb, changes.stage.type()), condition);
    }
  }
}
