package dev.sluice.ml.score;

import dev.sluice.ml.model.Golden;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a model still scores as it did. */
final class GoldenRows {

  private static final double TOLERANCE = 1e-9;

  private GoldenRows() {}

  static List<String> differences(Scorer scorer) {
    List<String> differences = new ArrayList<>();
    List<Golden> rows = scorer.document().golden();
    for (int i = 0; i < rows.size(); i++) {
      Optional<String> difference = difference(scorer, rows.get(i), i);
      if (difference.isPresent()) {
        differences.add(difference.get());
      }
    }
    return differences;
  }

  private static Optional<String> difference(Scorer scorer, Golden row, int position) {
    try {
      Inputs inputs = row.asInputs();
      List<String> problems = scorer.problems(inputs);
      if (!problems.isEmpty()) {
        return Optional.of(
            "golden row %s cannot be scored: %s".formatted(position, String.join("; ", problems)));
      }
      Scores scores = scorer.of(inputs);
      boolean same =
          Math.abs(scores.value() - row.value()) <= TOLERANCE * Math.max(1, Math.abs(row.value()))
              && scores.index() == row.index();
      return same
          ? Optional.empty()
          : Optional.of(
              "golden row %s scores %s, and scored %s when the model was made"
                  .formatted(position, scores.value(), row.value()));
    } catch (RuntimeException e) {
      return Optional.of("golden row %s cannot be read: %s".formatted(position, e));
    }
  }
}
