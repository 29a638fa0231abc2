package dev.sluice.ml.train;

import dev.sluice.ml.model.ModelDocument;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a {@link Training} trains. */
sealed interface Trainable permits TrainingSpec, Finding {

  /** What is to be trained. */
  TrainingSpec spec();

  /** What is wrong with it in itself, before any row is looked at. */
  default List<String> problems(Class<?> output) {
    return TrainingProblems.of(spec(), output);
  }

  /**
   * Trains it.
   *
   * @param rows the record of the rows
   * @param stage the rows
   * @throws TrainingException if the rows are not such that a model can be trained
   */
  ModelDocument train(Class<?> rows, Dataset<Row> stage);
}
