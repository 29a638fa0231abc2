package dev.sluice.ml.bridge;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Counting;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.Reason;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Scores;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Scores Spark's rows as they are in memory; called by Spark, by the name of the method. */
@Internal
public final class RowScorer implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Scorer scorer;
  private final ArrayList<Cell> cells;
  private final RowForm form;

  /** Counts each row; {@code null} if nobody counts. */
  private final Counting counting;

  RowScorer(Scorer scorer, List<Cell> cells, RowForm form, Optional<Counting> counting) {
    this.scorer = scorer;
    this.cells = new ArrayList<>(cells);
    this.form = form;
    this.counting = counting.orElse(null);
  }

  /** The scores of a row whose columns are those that the features read, and behind them what is counted of it. */
  public InternalRow score(InternalRow row) {
    Inputs inputs = form.inputs(row);
    Scores scores = scorer.of(inputs);
    int size = cells.size();
    Object[] values = new Object[counting == null ? size : size + 1];
    for (int i = 0; i < size; i++) {
      values[i] = internal(scorer.cell(cells.get(i), inputs, scores));
    }
    if (counting != null) {
      RowCounts counts = new RowCounts();
      counting.count(inputs, scores, counts);
      values[size] = counts.bytes();
    }
    return new GenericInternalRow(values);
  }

  private static Object internal(Object value) {
    if (value instanceof String text) {
      return UTF8String.fromString(text);
    } else if (value instanceof List<?> reasons) {
      return new GenericArrayData(
          reasons.stream().map(Reason.class::cast).map(RowScorer::internal).toArray());
    }
    return value;
  }

  private static InternalRow internal(Reason reason) {
    return new GenericInternalRow(
        new Object[]{
            UTF8String.fromString(reason.feature()),
            UTF8String.fromString(reason.value()),
            reason.contribution()});
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowScorer same
        && scorer.equals(same.scorer)
        && cells.equals(same.cells)
        && Objects.equals(counting, same.counting);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scorer, cells);
  }

  @Override
  public String toString() {
    return scorer.toString();
  }
}
