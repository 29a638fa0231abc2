package dev.sluice.ml.train;

import dev.sluice.Stage;
import dev.sluice.expr.Projection;
import dev.sluice.ml.feature.Features;
import java.util.List;
import java.util.function.Function;

/**
 * Training of a model that tells how likely something is.
 *
 * @param <C> the record of the rows that train
 * @param <T> the record of the rows that are scored
 */
public final class BinaryTraining<C extends Record,
    T extends Record> extends Labelled<C, T, BinaryTraining<C, T>> {

  private final Features<T> features;

  BinaryTraining(Stage<C> rows, Features<T> features, TrainingSpec spec) {
    super(rows, spec);
    this.features = features;
  }

  @Override
  BinaryTraining<C, T> changed(TrainingSpec changed) {
    return new BinaryTraining<>(rows(), features, changed);
  }

  /** What learns; of several the one with the least log loss in cross-validation. */
  public BinaryTraining<C, T> with(Learner.OfBinary... learners) {
    return changed(spec().with(List.of(learners)));
  }

  /** Lets both labels count alike together; the probabilities are then no longer those of the rows, unless calibrated. */
  public BinaryTraining<C, T> balanced() {
    return changed(spec().inBalance());
  }

  /** Corrects the probabilities by what happened to rows that a model of the other rows has scored. */
  public BinaryTraining<C, T> calibrated() {
    return changed(spec().corrected());
  }

  /** What the model gives for a row. */
  public <R extends Record> Training<C, T, R> output(
      Function<BinaryOutput<T>, Projection<Scored<T>, R>> output) {
    return output(new BinaryOutput<>(), output, features.type());
  }
}
