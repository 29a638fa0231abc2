package dev.sluice.ml.train;

import dev.sluice.ml.evaluate.Profiles;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.ProfileCounts;
import java.util.Arrays;

/** What the scores of a model look like. */
final class ScoreProfiles {

  private static final int LABELS = 50;

  private ScoreProfiles() {}

  /** Of scores that are numbers; at least one. */
  static Card.Profile ofValues(double[] values) {
    return Profiles.ofNumbers(ProfileCounts.SCORE, values);
  }

  /** Of labels or segments, by their positions; at least one. */
  static Card.Profile ofLabels(ModelDocument document, int[] indexes) {
    return Profiles.ofLevels(
        ProfileCounts.LABEL,
        Arrays.stream(indexes).mapToObj(i -> ProfileCounts.label(document, i)).toList(),
        LABELS);
  }
}
