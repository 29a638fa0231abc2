package dev.sluice.ml.train;

import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.unlabelled.Finder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A model that is found in rows without labels.
 *
 * @param spec what is to be trained, without label, weights and learners; all rows train
 * @param finder what finds it
 */
record Finding(TrainingSpec spec, Finder finder) implements Trainable {

  @Override
  public ModelDocument train(Class<?> rows, Dataset<Row> stage) {
    return FindingTrainer.train(this, rows, stage);
  }
}
