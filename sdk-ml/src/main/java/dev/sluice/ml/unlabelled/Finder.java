package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Task;
import java.util.Optional;

/** What learns from rows of which nobody has said what they are, with its options. */
@Internal
public sealed interface Finder permits SegmentSearch, AnomalySearch {

  /** What a model of what it finds tells. */
  Task task();

  /** Itself and its options, as the card says it. */
  String text();

  /**
   * Finds.
   *
   * @param seed of everything that is drawn
   * @return empty if the rows are too few, or too much alike
   */
  Optional<Found> in(UnlabelledRows rows, long seed);

  /** Whether a number that is farther off than any that it has learned of is scored: then its range is not learned. */
  boolean takesFarOff();

  /** Why nothing was found, and what to do. */
  String nothing();
}
