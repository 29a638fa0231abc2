package dev.sluice.ml.mllib;

import dev.sluice.Scoring;
import dev.sluice.Stage;
import dev.sluice.annotation.Internal;
import org.apache.spark.ml.Transformer;

/**
 * Rows through a transformer of MLlib.
 *
 * @param transformer what transforms; it is given the columns of the stage's record
 * @param output the record whose components are read from the columns that it gives
 */
@Internal
public record MllibScoring<T extends Record, R extends Record>(
    Transformer transformer, Class<R> output) implements Scoring<T, R> {

  @Override
  public Stage<R> score(String name, Stage<T> rows) {
    return rows.then(new Mllib(transformer), output).named(name);
  }
}
