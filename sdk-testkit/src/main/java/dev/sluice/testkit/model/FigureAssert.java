package dev.sluice.testkit.model;

import dev.sluice.ml.evaluate.Measure;
import dev.sluice.ml.model.Card;
import java.util.Locale;

/**
 * Assertions about a figure of a model. Those that say <em>surely</em> are about its 95 % interval: they hold also if the
 * rows that it was measured on were lucky ones.
 *
 * @param <A> the assertions that it is one of
 */
public final class FigureAssert<A> {

  private final String model;
  private final Measure measure;
  private final Card.Figure figure;
  private final A all;

  FigureAssert(String model, Measure measure, Card.Figure figure, A all) {
    this.model = model;
    this.measure = measure;
    this.figure = figure;
    this.all = all;
  }

  /** Asserts that the figure is this or more. */
  public A isAtLeast(double least) {
    return that(figure.value() >= least, "at least " + least);
  }

  /** Asserts that the figure is this or less. */
  public A isAtMost(double most) {
    return that(figure.value() <= most, "at most " + most);
  }

  /** Asserts that all of the figure's 95 % interval is this or more. */
  public A isSurelyAtLeast(double least) {
    return that(figure.low() >= least, "surely at least " + least);
  }

  /** Asserts that all of the figure's 95 % interval is this or less. */
  public A isSurelyAtMost(double most) {
    return that(figure.high() <= most, "surely at most " + most);
  }

  /** Asserts that all of the figure's 95 % interval is better than what one gets without a model. */
  public A isBetterThanNoModel() {
    return that(
        measure.higherIsBetter()
            ? figure.low() > figure.baseline()
            : figure.high() < figure.baseline(),
        "surely better than without a model");
  }

  private A that(boolean holds, String expected) {
    if (!holds) {
      throw new AssertionError(
          "model '%s': expected the %s to be %s, it is %s (95 %% interval %s to %s, %s without a model, of %.1f %% of the %s rows)"
              .formatted(
                  model,
                  measure.text(),
                  expected,
                  shown(figure.value()),
                  shown(figure.low()),
                  shown(figure.high()),
                  shown(figure.baseline()),
                  100 * figure.coverage(),
                  figure.of()));
    }
    return all;
  }

  private static String shown(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }
}
