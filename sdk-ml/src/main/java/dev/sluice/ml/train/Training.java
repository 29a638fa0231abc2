package dev.sluice.ml.train;

import dev.sluice.Engine;
import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.score.Model;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.plan.check.PlanValidator;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunOptions;
import dev.sluice.text.Causes;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * A model that is to be trained, with everything that it takes: {@link #fit} trains it now, {@link #sink} as part of a run of its
 * pipeline.
 *
 * @param <C> the record of the rows that train
 * @param <T> the record of the rows that are scored
 * @param <R> the record that the model gives
 */
public final class Training<C extends Record, T extends Record, R extends Record> {

  private final Stage<C> rows;
  private final Trainable model;
  private final Class<T> input;
  private final Class<R> output;

  Training(Stage<C> rows, Trainable model, Class<T> input, Class<R> output) {
    this.rows = rows;
    this.model = model;
    this.input = input;
    this.output = output;
  }

  /**
   * Trains the model with the rows of the stage, and with nothing else of its pipeline.
   *
   * @throws PipelineException if something is wrong with the pipeline, the features or the options; it lists it all, and
   *     nothing has run
   * @throws TrainingException if the rows are not such that a model can be trained
   */
  public Model<T, R> fit(SparkSession spark) {
    TrainingSink<C> sink = TrainingSink.of(rows.type(), model, output);
    Plan whole = rows.pipeline().plan();
    Plan plan =
        new Plan(
            whole.name(),
            whole.sources(),
            List.of(new PlanSink(model.spec().name(), rows.node(), sink, model.spec().site())));
    require(whole.name(), PlanValidator.problems(plan));
    require(whole.name(), Engine.installed().check(plan, RunMode.BATCH, spark));
    try {
      Engine.installed().start(plan, spark, RunOptions.defaults()).await();
    } catch (RunFailedException e) {
      throw trainingProblem(e);
    }
    ModelDocument trained = sink.trained().orElseThrow();
    return Model.of(trained, input, output, "just trained");
  }

  /**
   * Trains the model when the pipeline runs, and saves it.
   *
   * @param name the sink's name
   * @param file where the model goes, a path or a URI of any file system that Spark reaches; what is there is replaced when
   *     the new one is whole
   * @return this, for more
   */
  public Training<C, T, R> sink(String name, String file) {
    rows.sink(name, TrainingSink.of(rows.type(), model, output).to(file));
    return this;
  }

  private static void require(String pipeline, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new PipelineException(pipeline, problems);
    }
  }

  /** What is wrong with the rows is said as such, and not as a failure of a sink. */
  private static RuntimeException trainingProblem(RunFailedException failure) {
    return Causes.of(failure)
        .filter(TrainingException.class::isInstance)
        .map(TrainingException.class::cast)
        .findFirst()
        .<RuntimeException>map(problem -> problem)
        .orElse(failure);
  }
}
