package dev.sluice.ml.train;

import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries learners on parts of the rows that they have not learned from. */
final class Candidates {

  /** Below this a probability is taken for this, so that one row does not decide. */
  private static final double LEAST = 1e-15;

  /**
   * A learner and its loss: log loss, or the mean of squared errors.
   *
   * @param learner the learner
   * @param loss of rows that it has not learned from; NaN if it was not tried
   */
  record Tried(Learner learner, double loss) {}

  /**
   * What was tried, and what was chosen.
   *
   * @param learner the one with the least loss
   * @param tried all of them, in the order in which they were given
   */
  record Chosen(Learner learner, List<Tried> tried) {}

  private Candidates() {}

  /** The best of them; of one that it is the only one. */
  static Chosen of(TrainingSpec spec, EncodedRows rows) {
    if (spec.learners().size() == 1) {
      Learner only = spec.learners().get(0);
      return new Chosen(only, List.of(new Tried(only, Double.NaN)));
    }
    List<Tried> tried = new ArrayList<>();
    for (Learner learner : spec.learners()) {
      tried.add(new Tried(learner, loss(spec, learner, rows)));
    }
    Learner best =
        tried.stream().min(Comparator.comparingDouble(Tried::loss)).orElseThrow().learner();
    return new Chosen(best, tried);
  }

  private static double loss(TrainingSpec spec, Learner learner, EncodedRows rows) {
    double sum = 0;
    double weights = 0;
    for (int fold = 0; fold < spec.folds(); fold++) {
      Head head = learner.learn(rows.without(fold));
      for (double[] row : HeadScores.of(head, rows.only(fold))) {
        sum += row[2] * loss(spec.task(), row[0], row[1]);
        weights += row[2];
      }
    }
    return sum / weights;
  }

  private static double loss(Task task, double score, double label) {
    return switch (task) {
      case BINARY -> -Math.log(Math.max(LEAST, label == 1 ? score : 1 - score));
      case MULTICLASS -> -Math.log(Math.max(LEAST, score));
      default -> (score - label) * (score - label);
    };
  }
}
