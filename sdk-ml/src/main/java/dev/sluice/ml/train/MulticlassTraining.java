package dev.sluice.ml.train;

import dev.sluice.Stage;
import dev.sluice.expr.Projection;
import dev.sluice.ml.feature.Features;
import java.util.List;
import java.util.function.Function;

/**
 * Training of a model that tells one of several labels.
 *
 * @param <C> the record of the rows that train
 * @param <T> the record of the rows that are scored
 */
public final class MulticlassTraining<C extends Record,
    T extends Record> extends Labelled<C, T, MulticlassTraining<C, T>> {

  private final Features<T> features;

  MulticlassTraining(Stage<C> rows, Features<T> features, TrainingSpec spec) {
    super(rows, spec);
    this.features = features;
  }

  @Override
  MulticlassTraining<C, T> changed(TrainingSpec changed) {
    return new MulticlassTraining<>(rows(), features, changed);
  }

  /** What learns; of several the one with the least log loss in cross-validation. */
  public MulticlassTraining<C, T> with(Learner.OfLabels... learners) {
    return changed(spec().with(List.of(learners)));
  }

  /** Lets all labels count alike together. */
  public MulticlassTraining<C, T> balanced() {
    return changed(spec().inBalance());
  }

  /** What the model gives for a row. */
  public <R extends Record> Training<C, T, R> output(
      Function<MulticlassOutput<T>, Projection<Scored<T>, R>> output) {
    return output(new MulticlassOutput<>(), output, features.type());
  }
}
