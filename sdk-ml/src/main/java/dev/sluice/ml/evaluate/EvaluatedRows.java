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
}
