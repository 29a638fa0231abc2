package dev.sluice.testkit.model;

import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Scores;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.RecordColumns;
import java.util.Optional;

/** What a model computes of records, whatever it is told to give. */
final class ModelScores<T extends Record> {

  private final Scorer scorer;
  private final RecordColumns columns;

  ModelScores(Model<T, ?> model) {
    this.scorer = model.scorer();
    this.columns = RecordColumns.of(model.input(), model.document().signature());
  }

  /** Of a row; empty if it cannot be scored. */
  Optional<Scores> of(T row) {
    Inputs inputs = columns.of(row);
    return scorer.problems(inputs).isEmpty()
        ? Optional.of(scorer.of(inputs))
        : Optional.empty();
  }

  /** The one number of a row; NaN if it cannot be scored. */
  double value(T row) {
    return of(row).map(Scores::value).orElse(Double.NaN);
  }
}
