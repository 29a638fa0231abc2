package dev.sluice.ml.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;

/** What makes scores of the slots. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LinearHead.class, name = "linear"),
    @JsonSubTypes.Type(value = SoftmaxHead.class, name = "softmax"),
    @JsonSubTypes.Type(value = CentresHead.class, name = "centres"),
    @JsonSubTypes.Type(value = IsolationForestHead.class, name = "isolation forest"),
    @JsonSubTypes.Type(value = TreesHead.class, name = "trees"),
})
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

  /** What each slot weighs, or its share of the gain, to be shown; empty if that cannot be said in a number. */
  default double[] slotWeights() {
    return new double[0];
  }
}
