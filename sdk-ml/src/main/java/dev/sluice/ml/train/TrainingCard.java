package dev.sluice.ml.train;

import dev.sluice.ml.evaluate.Doubts;
import dev.sluice.ml.evaluate.EvaluatedRows;
import dev.sluice.ml.evaluate.LoneFeature;
import dev.sluice.ml.evaluate.Slices;
import dev.sluice.ml.evaluate.Watched;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.LevelTable;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What is found out about a model that was just trained: its card and its golden rows. */
final class TrainingCard {

  static final String TRAIN = "train";
  static final String TEST = "test";

  private static final int TYPICAL = 2_000;
  private static final int WEIGHTS = 100;
  private static final int LEVELS = 20;
  private static final int SLICES = 20;
  private static final int SLICE_ROWS = 50;

  private final TrainingSpec spec;
  private final ModelDocument model;
  private final Candidates.Chosen chosen;
  private final TrainingLabels labels;
  private final TrainingSample sample;
  private final Scorer scorer;
  private final SampledParts parts;

  TrainingCard(
      TrainingSpec spec,
      ModelDocument model,
      Candidates.Chosen chosen,
      TrainingLabels labels,
      TrainingSample sample) {
    this.spec = spec;
    this.model = model;
    this.chosen = chosen;
    this.labels = labels;
    this.scorer = new Scorer(model);
    this.sample = sample.takenBy(scorer.encoder());
    this.parts = new SampledParts(spec.features(), this.sample);
  }

  /** The model with its card and its golden rows. */
  ModelDocument complete(Dataset<Row> flat) {
    ScoredRows train = ScoredRows.of(model, flat.filter(functions.col(TrainingColumns.TRAINS)));
    ScoredRows test =
        ScoredRows.of(
            model, flat.filter(functions.not(functions.col(TrainingColumns.TRAINS))));
    EvaluatedRows tested = test.evaluated();
    Card found = tested.onto(Card.EMPTY, TEST);
    List<Card.Figure> figures = new ArrayList<>(found.figures());
    figures.addAll(train.evaluated().all(TRAIN));
    List<Card.Slice> slices = new ArrayList<>();
    for (Watched watched : test.watched()) {
      slices.addAll(Slices.of(tested, watched, SLICES, SLICE_ROWS, TEST));
    }
    Card card =
        found
            .withAbout(about(flat, train, test))
            .withFigures(figures)
            .withSlices(slices)
            .withWeights(weights())
            .withProfiles(parts.profiles())
            .withScores((test.scored() > 0 ? test : train).profiles())
            .withTypical(typical())
            .withWarnings(warnings(figures, test.unknown()));
    return model.with(card).with(parts.golden(scorer));
  }

  private Map<String, String> about(Dataset<Row> flat, ScoredRows train, ScoredRows test) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put(
        "rows",
        String.format(
            Locale.ROOT,
            "%,d train, %,d test; of these %,d and %,d could not be scored",
            labels.rows(),
            labels.tests(),
            train.size() - train.scored(),
            test.size() - test.scored()));
    labels.leftOut().forEach(
        (why, rows) -> about.put("rows left out, " + why.text(), shown(rows)));
    if (test.unknown() > 0) {
      about.put("rows that test, of labels that no row that trains has", shown(test.unknown()));
    }
    for (int i = 0; i < labels.names().size() && i < LEVELS; i++) {
      about.put(
          "rows that train with label " + labels.names().get(i),
          shown(labels.counts().get(i)));
    }
    about.put("split", spec.split().toString());
    about.put("learned by", chosen.learner().text());
    for (Candidates.Tried tried : chosen.tried()) {
      if (!Double.isNaN(tried.loss())) {
        about.put(
            "tried " + tried.learner().text(),
            String.format(Locale.ROOT, "loss %.6f in %d parts", tried.loss(), spec.folds()));
      }
    }
    about.put(
        "weights",
        (spec.weight().isPresent() ? "of the rows" : "all rows alike")
            + (spec.balanced() ? ", labels in balance" : ""));
    about.put("calibration", spec.calibrated() ? "isotonic, by rows that were left out" : "none");
    about.putAll(
        Circumstances.of(
            flat,
            spec.seed(),
            ", on one executor; on several, sums may add up in another order"));
    return about;
  }

  private static String shown(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }

  private List<Card.Weight> weights() {
    double[] weights = model.head().slotWeights();
    List<String> slots = scorer.encoder().slots();
    return IntStream.range(0, weights.length)
        .mapToObj(slot -> new Card.Weight(slots.get(slot), weights[slot]))
        .filter(weight -> weight.weight() != 0)
        .sorted(
            Comparator.comparingDouble((Card.Weight weight) -> -Math.abs(weight.weight()))
                .thenComparing(Card.Weight::slot))
        .limit(WEIGHTS)
        .toList();
  }

  private Map<String, Double> typical() {
    Encoder encoder = scorer.encoder();
    double[] sums = new double[encoder.size()];
    int rows = 0;
    for (int i = 0; i < Math.min(TYPICAL, sample.size()); i++) {
      Inputs inputs = sample.inputs(i);
      if (encoder.takes(inputs)) {
        double[] ofRow =
            encoder.sums(
                model.head().contributions(encoder.encoded(inputs), scorer.raw(inputs).index()));
        for (int of = 0; of < sums.length; of++) {
          sums[of] += ofRow[of];
        }
        rows++;
      }
    }
    Map<String, Double> typical = new LinkedHashMap<>();
    for (int of = 0; of < sums.length; of++) {
      typical.put(encoder.encoding(of).feature(), rows == 0 ? 0 : sums[of] / rows);
    }
    return typical;
  }

  private List<String> warnings(List<Card.Figure> figures, long unknown) {
    List<String> warnings = new ArrayList<>(labels.doubts());
    warnings.addAll(Doubts.ofFigures(figures, TRAIN, TEST));
    Doubts.ofUnknownLabels(unknown).ifPresent(warnings::add);
    List<LoneLabel> told = LoneLabel.of(spec.task(), labels.names(), sample.labels());
    for (Card.Profile profile : parts.profiles()) {
      Optional<String> constant = parts.constant(profile);
      constant.ifPresent(warnings::add);
      if (constant.isEmpty()) {
        told.stream()
            .map(label -> leak(profile, label))
            .flatMap(Optional::stream)
            .findFirst()
            .ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private Optional<String> leak(Card.Profile profile, LoneLabel label) {
    OptionalDouble alone =
        profile.edges().length > 0
            ? LoneFeature.ofNumbers(parts.numbers(profile.column()), label.outcomes())
            : LoneFeature.ofLevels(levels(profile.column()), label.outcomes());
    return alone.isPresent()
        ? Doubts.ofLoneFeature(profile.column(), label.what(), alone.getAsDouble())
        : Optional.empty();
  }

  private List<String> levels(String column) {
    return sample.texts(column).stream().map(text -> text == null ? LevelTable.NULL : text)
        .toList();
  }
}
