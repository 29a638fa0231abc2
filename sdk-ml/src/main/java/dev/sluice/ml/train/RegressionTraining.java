package dev.sluice.ml.train;

import dev.sluice.Stage;
import dev.sluice.expr.Projection;
import dev.sluice.ml.feature.Features;
import java.util.List;
import java.util.function.Function;

/**
 * Training of a model that tells a number.
 *
 * @param <C> the record of the rows that train
 * @param <T> the record of the rows that are scored
 */
public final class RegressionTraining<C extends Record,
    T extends Record> extends Labelled<C, T, RegressionTraining<C, T>> {

  private final Features<T> features;

  RegressionTraining(Stage<C> rows, Features<T> features, TrainingSpec spec) {
    super(rows, spec);
    this.features = features;
  }

  @Override
  RegressionTraining<C, T> changed(TrainingSpec changed) {
    return new RegressionTraining<>(rows(), features, changed);
  }

  /** What learns; of several the one with the least squared error in cross-validation. */
  public RegressionTraining<C, T> with(Learner.OfNumbers... learners) {
    return changed(spec().with(List.of(learners)));
  }

  /** What the model gives for a row. */
  public <R extends Record> Training<C, T, R> output(
      Function<RegressionOutput<T>, Projection<Scored<T>, R>> output) {
    return output(new RegressionOutput<>(), output, features.type());
  }
}
