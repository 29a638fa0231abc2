package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.List;

/** Rows that a model has scored and of which it is known what happened. */
public sealed interface EvaluatedRows permits BinaryRows, LabelRows, NumberRows {

  /** How many rows there are, scored or not. */
  int size();

  /** Some of them, as often as they are named. */
  EvaluatedRows only(int[] rows);

  /**
   * The two figures that say most, for each slice of the rows.
   *
   * @param of which rows these are, such as {@code test}
   * @return fewer where too little happened to tell
   */
  List<Card.Figure> chief(String of);

  /**
   * All figures that do not depend on a threshold.
   *
   * @param of which rows these are, such as {@code test}
   * @return fewer where too little happened to tell
   */
  List<Card.Figure> all(String of);

  /**
   * A card with all that these rows tell: their figures behind those it has, and in place of what it has the calibration
   * table and the curve of gains, or the confusions. The rows are sorted once for all of it.
   *
   * <pre>{@code
   * Card card = test.onto(Card.EMPTY, "test");
   * }</pre>
   *
   * @param of which rows these are, such as {@code test}
   */
  Card onto(Card card, String of);
}
