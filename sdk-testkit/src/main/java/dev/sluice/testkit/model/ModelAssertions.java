package dev.sluice.testkit.model;

import dev.sluice.Stage;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.train.Training;
import java.util.List;
import java.util.function.Function;

/**
 * Entry points of the assertions about models; import {@link #assertThat} statically, next to those of the same name of
 * {@link dev.sluice.testkit.SluiceAssertions} and AssertJ. They stand apart since who has no models need not have sdk-ml.
 *
 * <pre>{@code
 * assertThat(model).reads(Impression::site, Impression::bid).figure(Measure.AUC).isSurelyAtLeast(0.6);
 * }</pre>
 */
public final class ModelAssertions {

  private ModelAssertions() {}

  /** Assertions about a model. */
  public static <T extends Record, R extends Record> ModelAssert<T, R> assertThat(
      Model<T, R> model) {
    return new ModelAssert<>(model);
  }

  /**
   * Assertions about how a model is trained.
   *
   * <pre>{@code
   * assertThatTraining(Click.class, clicks, rows -> CtrModel.training(rows)).isStable(Click::impression, 1e-3);
   * }</pre>
   *
   * @param rows that train
   * @param training what is done with a stage of them
   */
  public static <C extends Record, T extends Record,
      R extends Record> TrainingAssert<C, T> assertThatTraining(
          Class<C> record, List<C> rows, Function<Stage<C>, Training<C, T, R>> training) {
    return new TrainingAssert<>(record, rows, (stage, spark) -> training.apply(stage).fit(spark));
  }
}
