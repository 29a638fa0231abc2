package dev.sluice.testkit.model;

import dev.sluice.ml.evaluate.Comparison;
import dev.sluice.ml.evaluate.Difference;
import dev.sluice.ml.evaluate.EvaluatedRows;
import dev.sluice.ml.evaluate.Measure;
import dev.sluice.ml.score.Model;
import java.util.List;
import java.util.function.Function;

/**
 * Assertions about what a model is worth on given rows.
 *
 * @param <T> the record of the rows that go in
 * @param <R> the record of those that come out
 */
public final class MeasuredAssert<T extends Record, R extends Record> {

  private final ModelAssert<T, R> all;
  private final Model<T, R> model;
  private final String of;
  private final Function<ModelScores<T>, EvaluatedRows> rows;

  MeasuredAssert(
      ModelAssert<T, R> all,
      Model<T, R> model,
      String of,
      Function<ModelScores<T>, EvaluatedRows> rows) {
    this.all = all;
    this.model = model;
    this.of = of;
    this.rows = rows;
  }

  /** A figure of these rows. */
  public FigureAssert<MeasuredAssert<T, R>> figure(Measure measure) {
    return new Figures(model.name(), of, scored(model).all(of)).figure(measure, this);
  }

  /**
   * Asserts that the model is surely not worse than another on these rows: all of the 95 % interval of the difference, row by
   * row, is above it. What makes a row hard makes it hard for both, so that this says more than two figures.
   *
   * <pre>{@code
   * Model<Impression, Ctr> golden = Model.load("src/test/resources/golden/ctr.json", Impression.class, Ctr.class);
   * assertThat(model).onOutcomes(clicks, Click::impression, Click::clicked).isNoWorseThan(golden, Measure.LOG_LOSS, 0.001);
   * }</pre>
   *
   * @param golden the model that is known to be good enough
   * @param measure by which they are compared: AUC, log loss, accuracy or mean absolute error
   * @param margin how much worse it may be, in the unit of the measure, not negative
   */
  public MeasuredAssert<T, R> isNoWorseThan(Model<T, ?> golden, Measure measure, double margin) {
    List<Difference> differences = Comparison.of(scored(golden), scored(model));
    Difference difference =
        differences.stream()
            .filter(each -> each.measure() == measure)
            .findFirst()
            .orElseThrow(
                () -> failure(
                    "it cannot be compared by %s on these rows, only by %s"
                        .formatted(
                            measure.text(),
                            differences.stream().map(each -> each.measure().text()).toList())));
    if (!difference.isNoWorseThan(margin)) {
      throw failure(
          "expected it to be surely not worse than the golden model by more than %s, it is, by %s"
              .formatted(margin, difference.text()));
    }
    return this;
  }

  /** The model itself again. */
  public ModelAssert<T, R> and() {
    return all;
  }

  private EvaluatedRows scored(Model<T, ?> with) {
    return rows.apply(new ModelScores<>(with));
  }

  private AssertionError failure(String summary) {
    return new AssertionError("model '%s': %s".formatted(model.name(), summary));
  }
}
