package dev.sluice.ml.train;

import dev.sluice.ml.bridge.EncodeCall;
import dev.sluice.ml.evaluate.BinaryRows;
import dev.sluice.ml.evaluate.CalibrationFit;
import dev.sluice.ml.feature.Feature;
import dev.sluice.ml.model.Calibration;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.spark.FeatureColumns;
import dev.sluice.ml.spark.Requirements;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Trains a model: features are learned of the rows that train, computed once, and tried with each learner; the model is
 * then tested as it will be used, by the very code that scores.
 */
final class Trainer {

  private final TrainingSpec spec;
  private final TrainingColumns columns;
  private final Dataset<Row> stage;

  private Trainer(TrainingSpec spec, Class<?> rows, Dataset<Row> stage) {
    this.spec = spec;
    this.columns = new TrainingColumns(spec, rows);
    this.stage = stage;
  }

  /**
   * The model.
   *
   * @param rows the record of the rows
   * @param stage the rows
   * @throws TrainingException if the rows are not such that a model can be trained
   */
  static ModelDocument train(TrainingSpec spec, Class<?> rows, Dataset<Row> stage) {
    return new Trainer(spec, rows, stage).trained();
  }

  private ModelDocument trained() {
    Dataset<Row> flat = columns.of(stage).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      TrainingLabels labels = TrainingLabels.of(spec, flat);
      TrainingSample sample = TrainingSample.of(flat, columns.signature());
      Dataset<Row> train = train(flat);
      List<Feature> features = spec.features().all();
      LabelMeans means = LabelMeans.of(train, features, spec.folds());
      List<Encoding> encodings = EncodingFit.of(train, sample, features, means);
      List<Encoder> encoders =
          means.ofParts(encodings).stream()
              .map(part -> new Encoder(columns.signature(), part))
              .toList();
      Dataset<Row> encoded =
          encoded(train, encoders, labels).persist(StorageLevel.MEMORY_AND_DISK());
      try {
        EncodedRows rows =
            new EncodedRows(
                encoded, encoders.get(0).width(), spec.task(), labels.names(), spec.seed());
        require(labels.problems(rows, encoders.get(0).requirements()));
        require(rows);
        Candidates.Chosen chosen = Candidates.of(spec, rows);
        Learned learned = chosen.learner().learn(rows);
        ModelDocument model =
            spec.document(
                columns.signature(),
                encodings,
                learned.head(),
                spec.task() == Task.MULTICLASS ? labels.names() : List.of())
                .with(calibration(chosen));
        ModelDocument complete =
            new TrainingCard(spec, model, chosen, labels, sample).complete(flat);
        require(MllibParity.problems(learned, complete));
        return complete;
      } finally {
        encoded.unpersist();
      }
    } finally {
      flat.unpersist();
    }
  }

  /** The rows that train, with the part of each: rows that a split keeps together are in one. */
  private Dataset<Row> train(Dataset<Row> flat) {
    return flat
        .filter(functions.col(TrainingColumns.TRAINS))
        .withColumn(
            EncodedRows.FOLD,
            functions.pmod(
                functions.col(TrainingColumns.GROUP), functions.lit(spec.folds())));
  }

  private void require(EncodedRows rows) {
    require(
        spec.learners().stream()
            .flatMap(learner -> learner.problems(rows).stream())
            .distinct()
            .toList());
  }

  private void require(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new TrainingException(spec.name(), problems);
    }
  }

  /** With one encoder for all rows, or one for those of each part. */
  private Dataset<Row> encoded(
      Dataset<Row> train, List<Encoder> encoders, TrainingLabels labels) {
    Encoder encoder = encoders.get(0);
    List<Column> read = FeatureColumns.of(encoder.signature());
    Column features = EncodeCall.column(encoder, read);
    for (int fold = 1; fold < encoders.size(); fold++) {
      features =
          functions
              .when(
                  functions.col(EncodedRows.FOLD).equalTo(fold),
                  EncodeCall.column(encoders.get(fold), read))
              .otherwise(features);
    }
    return train
        .filter(Requirements.all(encoder.requirements()))
        .select(
            labels.position().as(EncodedRows.LABEL, labels.metadata()),
            labels.weight().as(EncodedRows.WEIGHT),
            functions.col(TrainingColumns.WEIGHT).as(EncodedRows.OWN_WEIGHT),
            features.as(EncodedRows.FEATURES),
            functions.col(EncodedRows.FOLD));
  }

  private Calibration calibration(Candidates.Chosen chosen) {
    if (!spec.calibrated()) {
      return Calibration.NONE;
    }
    List<double[]> scored = chosen.leftOut();
    double[] scores = scored.stream().mapToDouble(row -> row[0]).toArray();
    // by what the rows count themselves: balance is what a calibration is to take back
    double[] weights = scored.stream().mapToDouble(row -> row[3]).toArray();
    boolean[] outcomes = new boolean[scored.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = scored.get(i)[1] == 1;
    }
    return CalibrationFit.isotonic(BinaryRows.of(scores, outcomes).weighted(weights));
  }
}
