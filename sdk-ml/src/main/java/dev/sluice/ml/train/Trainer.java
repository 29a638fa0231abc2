package dev.sluice.ml.train;

import dev.sluice.ml.bridge.EncodeCall;
import dev.sluice.ml.evaluate.BinaryRows;
import dev.sluice.ml.evaluate.CalibrationFit;
import dev.sluice.ml.model.Calibration;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.spark.Requirements;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
      List<Encoding> encodings =
          EncodingFit.of(
              flat.filter(functions.col(TrainingColumns.TRAINS)), sample, spec.features().all());
      Encoder encoder = new Encoder(columns.signature(), encodings);
      Dataset<Row> encoded = encoded(flat, encoder, labels).persist(StorageLevel.MEMORY_AND_DISK());
      try {
        EncodedRows rows =
            new EncodedRows(encoded, encoder.width(), spec.task(), labels.names(), spec.seed());
        Candidates.Chosen chosen = Candidates.of(spec, rows);
        Head head = chosen.learner().learn(rows);
        ModelDocument model = document(encodings, head, labels, calibration(chosen, rows));
        return new TrainingCard(spec, model, chosen, labels, sample).complete(flat);
      } finally {
        encoded.unpersist();
      }
    } finally {
      flat.unpersist();
    }
  }

  private Dataset<Row> encoded(Dataset<Row> flat, Encoder encoder, TrainingLabels labels) {
    List<Column> read = new ArrayList<>();
    for (Signature.Column column : encoder.signature().columns()) {
      if (column.use() == Signature.Use.FEATURE) {
        read.add(functions.col(column.name()));
      }
    }
    return flat
        .filter(functions.col(TrainingColumns.TRAINS))
        .filter(Requirements.all(encoder.requirements()))
        .select(
            labels.position().as(EncodedRows.LABEL),
            labels.weight().as(EncodedRows.WEIGHT),
            EncodeCall.column(encoder, read).as(EncodedRows.FEATURES),
            functions
                .pmod(functions.col(TrainingColumns.DRAWN), functions.lit(spec.folds()))
                .as(EncodedRows.FOLD));
  }

  private Calibration calibration(Candidates.Chosen chosen, EncodedRows rows) {
    if (!spec.calibrated()) {
      return Calibration.NONE;
    }
    List<double[]> scored = new ArrayList<>();
    for (int fold = 0; fold < spec.folds(); fold++) {
      Head head = chosen.learner().learn(rows.without(fold));
      HeadScores.of(head, rows.only(fold)).forEach(scored::add);
    }
    double[] scores = scored.stream().mapToDouble(row -> row[0]).toArray();
    double[] weights = scored.stream().mapToDouble(row -> row[2]).toArray();
    boolean[] outcomes = new boolean[scored.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = scored.get(i)[1] == 1;
    }
    return CalibrationFit.isotonic(BinaryRows.of(scores, outcomes).weighted(weights));
  }

  private ModelDocument document(
      List<Encoding> encodings, Head head, TrainingLabels labels, Calibration calibration) {
    return new ModelDocument(
        ModelDocument.FORMAT,
        spec.name(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        spec.task(),
        columns.signature(),
        encodings,
        head,
        spec.task() == Task.MULTICLASS ? labels.names() : List.of(),
        calibration,
        spec.cells(),
        Card.EMPTY,
        List.of());
  }
}
