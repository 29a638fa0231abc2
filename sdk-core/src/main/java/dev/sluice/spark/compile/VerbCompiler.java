package dev.sluice.spark.compile;

import dev.sluice.plan.SluiceModule;
import dev.sluice.plan.Verb;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Turns a stage of one verb into the dataset call that an expert would have written.
 *
 * @param <V> the verb
 */
@FunctionalInterface
public interface VerbCompiler<V extends Verb> {

  /** The rows that come out; their columns are those of the stage's record, in its order. */
  Dataset<Row> compile(V verb, VerbInputs inputs);

  /**
   * A verb of a module and its compiler.
   *
   * @param verb the class of the verb
   * @param compiler its compiler
   * @param <V> the same
   */
  record Of<V extends Verb>(Class<V> verb, VerbCompiler<? super V> compiler)
      implements SluiceModule.Part {}
}
