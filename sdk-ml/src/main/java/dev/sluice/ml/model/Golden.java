package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A row that the model has scored, so that whoever loads it can see that it still scores the same.
 *
 * @param inputs the value of each column of the signature as text, a number as Java writes it, a moment in microseconds;
 *     {@code null} for NULL
 * @param value the score
 * @param index the number of the label or segment
 */
public record Golden(List<String> inputs, double value, int index) implements Serializable {
  public Golden {
    Valid.finite(value, "a golden score");
    inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
  }

  /** The inputs, to be scored again. */
  public Inputs asInputs() {
    return new TextInputs(inputs);
  }
}
