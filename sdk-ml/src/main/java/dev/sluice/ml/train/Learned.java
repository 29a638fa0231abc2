package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Head;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.linalg.Vector;

/**
 * What a learner has learned.
 *
 * @param head it, as documents have it
 * @param mllibs what MLlib's own model says of the features of a row: the number, or how likely each label is
 */
@Internal
public record Learned(Head head, Function<Vector, double[]> mllibs) {

  /** Where there is one number. */
  static Learned ofNumber(Head head, ToDoubleFunction<Vector> mllibs) {
    return new Learned(head, features -> new double[]{mllibs.applyAsDouble(features)});
  }
}
