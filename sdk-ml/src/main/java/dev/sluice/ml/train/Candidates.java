package dev.sluice.ml.train;

import dev.sluice.ml.model.Task;
import java.util.ArrayList;
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
   * @param leftOut what it says of rows that it has not learned from, as {@link HeadScores#leftOut} gives it; empty
   *     unless probabilities are to be corrected
   */
  record Chosen(Learner learner, List<Tried> tried, List<double[]> leftOut) {}

  private Candidates() {}

  /** The best of them, of equal ones the first; of one that it is the only one. */
  static Chosen of(TrainingSpec spec, EncodedRows rows) {
    if (spec.learners().size() == 1) {
      Learner only = spec.learners().get(0);
      return new Chosen(
          only,
          List.of(new Tried(only, Double.NaN)),
          spec.calibrated() ? HeadScores.leftOut(only, rows, spec.folds()) : List.of());
    }
    List<Tried> tried = new ArrayList<>();
    Tried best = null;
    List<double[]> ofBest = List.of();
    for (Learner learner : spec.learners()) {
      List<double[]> scored = HeadScores.leftOut(learner, rows, spec.folds());
      Tried now = new Tried(learner, loss(spec.task(), scored));
      tried.add(now);
      if (best == null || Double.compare(now.loss(), best.loss()) < 0) {
        best = now;
        ofBest = spec.calibrated() ? scored : List.of();
      }
    }
    return new Chosen(best.learner(), tried, ofBest);
  }

  private static double loss(Task task, List<double[]> scored) {
    double sum = 0;
    double weights = 0;
    for (double[] row : scored) {
      sum += row[2] * loss(task, row[0], row[1]);
      weights += row[2];
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
