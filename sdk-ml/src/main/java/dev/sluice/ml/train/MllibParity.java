package dev.sluice.ml.train;

import dev.sluice.ml.model.Golden;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Scores;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vectors;

/**
 * Whether a document says of its golden rows what MLlib's own model says of them, before calibration. If not, something was lost on the
 * way into the document, and nobody would see it: figures are measured with the document.
 */
final class MllibParity {

  static final double TOLERANCE = 1e-9;

  private MllibParity() {}

  /** The differences, a sentence each. */
  static List<String> problems(Learned learned, ModelDocument document) {
    Scorer scorer = new Scorer(document);
    List<Golden> golden = document.golden();
    return IntStream.range(0, golden.size())
        .mapToObj(row -> problem(learned, scorer, golden.get(row).asInputs(), row))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> problem(
      Learned learned, Scorer scorer, Inputs inputs, int row) {
    Scores scores = scorer.raw(inputs);
    double[] own = scores.each().length == 0 ? new double[]{scores.value()} : scores.each();
    double[] mllibs =
        learned.mllibs().apply(Vectors.dense(scorer.encoder().encoded(inputs)).compressed());
    for (int i = 0; i < own.length; i++) {
      if (!(Math.abs(own[i] - mllibs[i]) <= TOLERANCE * Math.max(1, Math.abs(mllibs[i])))) {
        return Optional.of(
            "golden row %s scores %s by the model's document and %s by MLlib's own model: what MLlib has learned does not fit into a document of this version, so take another learner or other options, and report it"
                .formatted(row, own[i], mllibs[i]));
      }
    }
    return Optional.empty();
  }
}
