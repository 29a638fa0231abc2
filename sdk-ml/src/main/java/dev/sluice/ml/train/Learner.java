package dev.sluice.ml.train;

import dev.sluice.annotation.Internal;
import java.util.List;

/**
 * What learns from encoded rows, with its options: see {@link Learners}. Which labels it can learn is its type.
 */
public sealed interface Learner {

  /** Learns true and false. */
  sealed interface OfBinary extends Learner
      permits Logistic, LinearOnZeroAndOne, RandomForest, BoostedTrees {}

  /** Learns one of several labels. */
  sealed interface OfLabels extends Learner permits Logistic, RandomForest {}

  /** Learns a number. */
  sealed interface OfNumbers extends Learner
      permits Linear, Generalized, RandomForest, BoostedTrees {}

  /** Itself and its options, as the card says it. */
  String text();

  /** Why it cannot learn of rows, all of it. */
  @Internal
  default List<String> problems(EncodedRows rows) {
    return List.of();
  }

  /** What it learns of rows. */
  @Internal
  Learned learn(EncodedRows rows);
}
