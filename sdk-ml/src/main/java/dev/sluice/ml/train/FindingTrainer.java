package dev.sluice.ml.train;

import dev.sluice.ml.feature.Feature;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.spark.Requirements;
import dev.sluice.ml.unlabelled.Found;
import dev.sluice.ml.unlabelled.UnlabelledRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Trains a model that is found in rows without labels: all of them train. */
final class FindingTrainer {

  private final Finding finding;
  private final TrainingSpec spec;
  private final TrainingColumns columns;

  private FindingTrainer(Finding finding, Class<?> rows) {
    this.finding = finding;
    this.spec = finding.spec();
    this.columns = new TrainingColumns(spec, rows);
  }

  static ModelDocument train(Finding finding, Class<?> rows, Dataset<Row> stage) {
    return new FindingTrainer(finding, rows).trained(stage);
  }

  private ModelDocument trained(Dataset<Row> stage) {
    Dataset<Row> flat = columns.of(stage).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      TrainingSample sample = TrainingSample.of(flat, columns.signature());
      List<Encoding> encodings = EncodingFit.of(flat, sample, features());
      Encoder encoder = new Encoder(columns.signature(), encodings);
      Dataset<Row> scorable = flat.filter(Requirements.all(encoder.requirements()));
      Found found =
          finding.finder()
              .in(UnlabelledRows.of(scorable, encoder), spec.seed())
              .orElseThrow(
                  () -> new TrainingException(spec.name(), List.of(finding.finder().nothing())));
      SampledParts parts = new SampledParts(spec.features(), sample.takenBy(encoder));
      ModelDocument model =
          spec.document(columns.signature(), encodings, found.head(), List.of())
              .giving(spec.cells().stream().map(cell -> decided(cell, found)).toList())
              .with(card(found, parts, flat, encoder));
      Scorer scorer = new Scorer(model);
      return model
          .with(model.card().withScores(parts.scores(scorer)))
          .with(parts.golden(scorer));
    } finally {
      flat.unpersist();
    }
  }

  /** A range that the caller has set holds in any case. */
  private List<Feature> features() {
    return spec.features().all().stream().map(this::ranged).toList();
  }

  private Feature ranged(Feature feature) {
    return finding.finder().takesFarOff()
        && feature instanceof Feature.Number number
        && number.low().isEmpty()
            ? number.inAnyRange()
            : feature;
  }

  /** From which score on something is so is known only now. */
  private static Cell decided(Cell cell, Found found) {
    return cell instanceof Cell.Decision && found.threshold().isPresent()
        ? new Cell.Decision(found.threshold().getAsDouble())
        : cell;
  }

  private Card card(Found found, SampledParts parts, Dataset<Row> flat, Encoder encoder) {
    Row rows =
        flat.agg(
            functions.count(functions.lit(1)),
            functions.count_if(Requirements.all(encoder.requirements())))
            .head();
    Map<String, String> about = new LinkedHashMap<>();
    about.put(
        "rows",
        String.format(
            Locale.ROOT,
            "%,d; of these %,d could not be scored",
            rows.getLong(0),
            rows.getLong(0) - rows.getLong(1)));
    about.put("found by", finding.finder().text());
    about.putAll(found.card().about());
    about.putAll(Circumstances.of(flat, spec.seed(), ""));
    List<String> warnings = new ArrayList<>(found.card().warnings());
    warnings.addAll(parts.constants());
    return found.card()
        .withAbout(about)
        .withProfiles(parts.profiles())
        .withWarnings(warnings);
  }
}
