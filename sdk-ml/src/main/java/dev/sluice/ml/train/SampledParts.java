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
import dev.sluice.ml.model.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parts of a document that are taken from the sample of the rows that train, whatever is trained. */
final class SampledParts {

  private static final int GOLDEN = 50;
  private static final int LEVELS = 20;

  private final TrainingSample sample;
  private final List<Card.Profile> profiles;

  /**
   * Of a sample.
   *
   * @param features what the model is told
   */
  SampledParts(Features<?> features, TrainingSample sample) {
    this.sample = sample;
    Map<String, Card.Profile> found = new LinkedHashMap<>();
    for (Feature feature : features.all()) {
      for (String column : feature.reads()) {
        if (feature instanceof Feature.Number || feature instanceof Feature.Buckets) {
          found.putIfAbsent(column, Profiles.ofNumbers(column, numbers(column)));
        } else if (feature instanceof Feature.Levelled
            || feature instanceof Feature.LabelMean) {
          found.putIfAbsent(column, Profiles.ofLevels(column, sample.texts(column), LEVELS));
        }
      }
    }
    this.profiles = List.copyOf(found.values());
  }

  /** What the columns of the features look like. */
  List<Card.Profile> profiles() {
    return profiles;
  }

  /** The numbers of a column; NaN for NULL. */
  double[] numbers(String column) {
    return sample.texts(column).stream()
        .mapToDouble(text -> text == null ? Double.NaN : Double.parseDouble(text))
        .toArray();
  }

  /** What is said of columns of which all rows have the same. */
  List<String> constants() {
    return profiles.stream().map(this::constant).flatMap(Optional::stream).toList();
  }

  /** What is said of a column if all rows have the same. */
  Optional<String> constant(Card.Profile profile) {
    List<String> texts = sample.texts(profile.column());
    return texts.stream().distinct().limit(2).count() == 1
        ? Optional.of(Doubts.ofConstant(profile.column(), String.valueOf(texts.get(0))))
        : Optional.empty();
  }

  /** What the scores of the rows look like; empty if none can be scored. */
  List<Card.Profile> scores(Scorer scorer) {
    List<Scores> scores =
        IntStream.range(0, sample.size())
            .mapToObj(sample::inputs)
            .filter(scorer.encoder()::takes)
            .map(scorer::of)
            .toList();
    if (scores.isEmpty()) {
      return List.of();
    }
    return List.of(
        scorer.document().task() == Task.SEGMENTS
            ? ScoreProfiles.ofLabels(
                scorer.document(), scores.stream().mapToInt(Scores::index).toArray())
            : ScoreProfiles.ofValues(scores.stream().mapToDouble(Scores::value).toArray()));
  }

  /** Rows with the scores that they have. */
  List<Golden> golden(Scorer scorer) {
    List<Golden> golden = new ArrayList<>();
    for (int i = 0; i < sample.size() && golden.size() < GOLDEN; i++) {
      Inputs inputs = sample.inputs(i);
      if (scorer.problems(inputs).isEmpty()) {
        Scores scores = scorer.of(inputs);
        golden.add(new Golden(sample.rows().get(i), scores.value(), scores.index()));
      }
    }
    return golden;
  }
}
