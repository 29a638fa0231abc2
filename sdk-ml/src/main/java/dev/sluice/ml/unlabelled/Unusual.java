package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.IsolationForestHead;
import dev.sluice.ml.model.Tally;
import java.util.Arrays;
import java.util.List;

/**
 * From which score on a row is unusual, so that the expected share of the rows is.
 *
 * @param threshold the score
 * @param share the share of the sample that reaches it: where many rows score alike, another one than was expected
 * @param contributions what each slot adds to the score of a row of the sample, on average
 */
@Internal
public record Unusual(double threshold, double share, double[] contributions) {

  /**
   * By the scores of a sample.
   *
   * @param expected the share that is expected
   */
  public static Unusual of(IsolationForestHead head, List<EncodedRow> sample, double expected) {
    double[] scores = new double[sample.size()];
    double[] contributions = new double[head.width()];
    for (int i = 0; i < scores.length; i++) {
      Tally tally = sample.get(i).putTo(head.open());
      scores[i] = tally.scores().value();
      double[] ofRow = head.contributions(sample.get(i).dense(head.width()), 0);
      for (int slot = 0; slot < ofRow.length; slot++) {
        contributions[slot] += ofRow[slot] / scores.length;
      }
    }
    Arrays.sort(scores);
    int usual = scores.length - (int) Math.max(1, Math.round(expected * scores.length));
    double threshold =
        usual == 0 ? scores[0] : scores[usual - 1] + (scores[usual] - scores[usual - 1]) / 2;
    long reached = Arrays.stream(scores).filter(score -> score >= threshold).count();
    return new Unusual(threshold, (double) reached / scores.length, contributions);
  }
}
