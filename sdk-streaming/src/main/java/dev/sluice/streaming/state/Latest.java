package dev.sluice.streaming.state;

import dev.sluice.Stage;
import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.plan.ExprNode;
import java.util.List;

/**
 * Of each key the latest row, by a number or a time that grows.
 *
 * <pre>{@code
 * Latest.of(prices).per(Price::product).by(Price::at)
 * }</pre>
 *
 * <p>A stream gives the row of a key each time that it changes, once in an epoch, for sinks that
 * replace rows by key; a batch gives it once. Of equal ones any is taken, and rows in which the column
 * is NULL are left out. A stream keeps a row of each key for ever.
 */
public final class Latest {

  private Latest() {}

  /** Of the rows of a stage. */
  public static <T extends Record> Rows<T> of(Stage<T> stage) {
    return new Rows<>(stage);
  }

  /**
   * Rows.
   *
   * @param stage where they come from
   * @param <T> their record
   */
  public record Rows<T extends Record>(Stage<T> stage) {

    /** The columns of the key. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    public final Keys<T> per(Fields.Named<T>... columns) {
      return new Keys<>(stage, FieldReader.fields(columns));
    }
  }

  /**
   * Rows by their keys.
   *
   * @param <T> their record
   */
  public static final class Keys<T extends Record> {

    private final Stage<T> stage;
    private final List<ExprNode> keys;

    private Keys(Stage<T> stage, List<ExprNode> keys) {
      this.stage = stage;
      this.keys = keys;
    }

    /** The column that is largest in the latest row. */
    public Stage<T> by(Fields.Typed<T, ? extends Comparable<?>> column) {
      return stage.then(new LatestRow(keys, FieldReader.field(column)), stage.type());
    }
  }
}
