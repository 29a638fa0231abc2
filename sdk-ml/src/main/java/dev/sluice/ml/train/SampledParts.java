package dev.sluice.ml.train;

import dev.sluice.ml.evaluate.Doubts;
import dev.sluice.ml.evaluate.Profiles;
import dev.sluice.ml.feature.Feature;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Golden;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a document that are taken from the sample of the rows that train, whatever is trained.
 *
 * @param features what the model is told
 * @param sample the sample
 */
record SampledParts(Features<?> features, TrainingSample sample) {

  private static final int GOLDEN = 50;
  private static final int LEVELS = 20;

  /** What the columns of the features look like. */
  List<Card.Profile> profiles() {
    Map<String, Card.Profile> profiles = new LinkedHashMap<>();
    for (Feature feature : features.all()) {
      for (String column : feature.reads()) {
        if (feature instanceof Feature.Number || feature instanceof Feature.Buckets) {
          profiles.putIfAbsent(column, Profiles.ofNumbers(column, numbers(column)));
        } else if (feature instanceof Feature.Category
            || feature instanceof Feature.Cross
            || feature instanceof Feature.LabelMean) {
          profiles.putIfAbsent(column, Profiles.ofLevels(column, sample.texts(column), LEVELS));
        }
      }
    }
    return List.copyOf(profiles.values());
  }

  /** The numbers of a column; NaN for NULL. */
  double[] numbers(String column) {
    return sample.texts(column).stream()
        .mapToDouble(text -> text == null ? Double.NaN : Double.parseDouble(text))
        .toArray();
  }

  /** What is said of columns of which all rows have the same. */
  List<String> constants() {
    List<String> doubts = new ArrayList<>();
    for (Card.Profile profile : profiles()) {
      List<String> texts = sample.texts(profile.column());
      if (texts.stream().distinct().limit(2).count() == 1) {
        doubts.add(Doubts.ofConstant(profile.column(), String.valueOf(texts.get(0))));
      }
    }
    return doubts;
  }

  /** Rows with the scores that they have. */
  List<Golden> golden(Scorer scorer) {
    List<Golden> golden = new ArrayList<>();
    for (int i = 0; i < sample.size() && golden.size() < GOLDEN; i++) {
      Inputs inputs = sample.inputs(i);
      if (scorer.encoder().takes(inputs)) {
        Scores scores = scorer.of(inputs);
        golden.add(new Golden(sample.rows().get(i), scores.value(), scores.index()));
      }
    }
    return golden;
  }
}
