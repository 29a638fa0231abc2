package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.CentresHead;
import dev.sluice.ml.model.Scores;
import java.util.List;

/**
 * How well segments are parted: of each row how much nearer its own centre is than the next one, {@code (b - a) / b}, on average. 1 is the
 * best, 0 says that rows lie between segments. It is the simplified silhouette (Hruschka, Campello and de Castro, 2006),
 * which measures to centres what Rousseeuw's (1987) measures to all rows; distances are as the crow flies, and not squared as
 * MLlib's evaluator has them.
 *
 * @param mean over the rows
 * @param low the low end of its 95 % interval
 * @param high the high end
 */
@Internal
public record Silhouette(double mean, double low, double high) {

  private static final double NORMAL_95 = 1.96;

  static Silhouette of(CentresHead head, List<EncodedRow> sample) {
    double sum = 0;
    double squares = 0;
    for (EncodedRow row : sample) {
      double width = of(row.putTo(head.open()).scores());
      sum += width;
      squares += width * width;
    }
    int rows = sample.size();
    double mean = sum / rows;
    double variance = Math.max(0, squares / rows - mean * mean);
    double error = NORMAL_95 * Math.sqrt(variance / rows);
    return new Silhouette(mean, mean - error, mean + error);
  }

  private static double of(Scores scores) {
    double next = Double.POSITIVE_INFINITY;
    for (int i = 0; i < scores.each().length; i++) {
      if (i != scores.index()) {
        next = Math.min(next, scores.each()[i]);
      }
    }
    return next == 0 ? 0 : (next - scores.value()) / next;
  }
}
