package dev.sluice.ml.model;

import java.io.Serializable;

/** What makes scores of the slots. */
public interface Head extends Serializable {

  /** How many slots it takes. */
  int width();

  /** Whether its score may be beyond all numbers, although those of the slots are finite. */
  default boolean mayOverflow() {
    return false;
  }

  /** Takes one row. */
  Tally open();

  /**
   * What each slot adds to the score of a row, before any link or calibration.
   *
   * @param slots the numbers of all slots
   * @param index of which label or segment, as {@link Scores#index} has it
   */
  double[] contributions(double[] slots, int index);

  /**
   * What each feature of a row adds to its score: the sum of the {@link #contributions} of its slots. A head to which a slot of
   * 0 adds nothing looks at the others alone.
   *
   * @param index of which label or segment, as {@link Scores#index} has it
   */
  default double[] contributions(Encoder encoder, Inputs inputs, int index) {
    return encoder.sums(contributions(encoder.encoded(inputs), index));
  }

  /** What each slot weighs, or its share of the gain, to be shown; empty if that cannot be said in a number. */
  default double[] slotWeights() {
    return new double[0];
  }
}
