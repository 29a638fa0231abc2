package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.expr.Projection;
import dev.sluice.ml.model.Cell;
import java.util.List;

/**
 * What a model is to give that was not trained here, such as one of a test.
 *
 * @param record the record that it gives
 * @param cells in the order of the record's components
 */
@Internal
public record GivenOutput<R extends Record>(Class<R> record, List<Cell> cells) {

  /** Of true and false. */
  public static <T extends Record> BinaryOutput<T> binary() {
    return new BinaryOutput<>();
  }

  /** Of several labels. */
  public static <T extends Record> MulticlassOutput<T> labels() {
    return new MulticlassOutput<>();
  }

  /** Of a number. */
  public static <T extends Record> RegressionOutput<T> number() {
    return new RegressionOutput<>();
  }

  /**
   * What a projection gives.
   *
   * @throws IllegalArgumentException if it has what no model gives, with all problems
   */
  public static <T, R extends Record> GivenOutput<R> of(Projection<Scored<T>, R> row) {
    OutputCells cells = OutputCells.of(row);
    if (!cells.problems().isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), cells.problems()));
    }
    return new GivenOutput<>(Labelled.record(row), cells.cells());
  }
}
