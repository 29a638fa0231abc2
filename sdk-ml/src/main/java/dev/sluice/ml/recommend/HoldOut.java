package dev.sluice.ml.recommend;

import dev.sluice.ml.feature.Reference;
import java.util.Optional;
import java.util.stream.Stream;

/** Which ratings are kept from the training, to see how good it is. */
sealed interface HoldOut {

  /** In words. */
  String text();

  /** The component with the time that it needs. */
  default Optional<Reference> time() {
    return Optional.empty();
  }

  /** None. */
  record None() implements HoldOut {
    @Override
    public String text() {
      return "none: nothing was measured";
    }
  }

  /**
   * Some at random, by a hash of user, item and seed: the same each time, however rows are partitioned.
   *
   * @param share of all ratings
   */
  record Random(double share) implements HoldOut {
    @Override
    public String text() {
      return "%s %% of the ratings, by a hash".formatted(Figures.plain(share * 100));
    }
  }

  /**
   * The latest.
   *
   * @param column when a rating was given
   * @param share of all ratings
   */
  record Latest(Reference column, double share) implements HoldOut {
    @Override
    public String text() {
      return "the latest %s %% of the ratings, by %s"
          .formatted(Figures.plain(share * 100), column.accessor());
    }

    @Override
    public Optional<Reference> time() {
      return Optional.of(column);
    }
  }

  /**
   * The last of each user who has more than one.
   *
   * @param column when a rating was given
   */
  record LastOfEach(Reference column) implements HoldOut {
    @Override
    public String text() {
      return "the last rating of each user, by " + column.accessor();
    }

    @Override
    public Optional<Reference> time() {
      return Optional.of(column);
    }
  }

  /** The components it names. */
  default Stream<Reference> references() {
    return time().stream();
  }
}
