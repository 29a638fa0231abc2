package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is doubtful about a model and its data, in words, and what to do: the warnings of a card.
 *
 * <pre>{@code
 * List<String> warnings = new ArrayList<>(Doubts.ofOutcomes(positives, negatives));
 * warnings.addAll(Doubts.ofFigures(card.figures(), "train", "test"));
 * }</pre>
 */
public final class Doubts {

  /** The share of a count that chance moves it by is one over its root: a tenth at a hundred. */
  private static final long FEW = 100;

  private static final double WIDE_GAP = 0.1;
  private static final double TOO_GOOD = 0.99;
  private static final double WRONG_BY = 0.01;
  private static final double WRONG_BY_SHARE = 0.1;

  /** Measures of the whole model that a constant is no match for; a good model may well have no better accuracy. */
  private static final Set<Measure> AGAINST_BASELINE =
      EnumSet.of(Measure.AUC, Measure.LOG_LOSS, Measure.R_SQUARED);

  private Doubts() {}

  /**
   * All that figures say: no better than no model, much better on the rows that it was trained with, badly calibrated.
   *
   * @param train what the rows of the training are called in figures
   * @param test what the rows are called that the training has not seen
   */
  public static List<String> ofFigures(List<Card.Figure> figures, String train, String test) {
    List<String> doubts = new ArrayList<>();
    for (Card.Figure figure : figures) {
      if (figure.of().equals(test) && isNoBetter(figure)) {
        doubts.add(
            ("the %s of %s rows is %s (%s to %s), and without a model it is %s: the model is not better than none;"
                + " look for features that know more, or for more rows")
                .formatted(
                    figure.name(),
                    test,
                    Shown.number(figure.value()),
                    Shown.number(figure.low()),
                    Shown.number(figure.high()),
                    Shown.number(figure.baseline())));
      }
    }
    gap(figures, train, test).ifPresent(doubts::add);
    calibration(figures, test).ifPresent(doubts::add);
    return doubts;
  }

  /**
   * An AUC says by its interval whether it is above one half. A loss varies from row to row far more than it differs from
   * its baseline, which the same rows have: there only the value counts.
   */
  private static boolean isNoBetter(Card.Figure figure) {
    Optional<Measure> measure = Measure.of(figure.name()).filter(AGAINST_BASELINE::contains);
    return measure.isPresent()
        && (measure.get().higherIsBetter()
            ? figure.low() <= figure.baseline()
            : figure.value() >= figure.baseline());
  }

  private static Optional<String> gap(List<Card.Figure> figures, String train, String test) {
    return Stream.of(Measure.AUC, Measure.R_SQUARED, Measure.ACCURACY)
        .map(measure -> gap(measure, figures, train, test))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> gap(
      Measure measure, List<Card.Figure> figures, String train, String test) {
    Optional<Card.Figure> learned = find(figures, measure, train);
    Optional<Card.Figure> tested = find(figures, measure, test);
    if (learned.isEmpty()
        || tested.isEmpty()
        || learned.get().value() - tested.get().value() <= WIDE_GAP) {
      return Optional.empty();
    }
    return Optional.of(
        ("the %s is %s of %s rows and %s of %s rows: the model has learned rows by heart, or the training knew what the"
            + " test does not; take fewer levels, shallower trees or a stronger penalty, and split so that the same"
            + " customer, session or day is not on both sides")
            .formatted(
                measure.text(),
                Shown.number(learned.get().value()),
                train,
                Shown.number(tested.get().value()),
                test));
  }

  private static Optional<String> calibration(List<Card.Figure> figures, String test) {
    double rate =
        find(figures, Measure.AVERAGE_PRECISION, test).map(Card.Figure::baseline).orElse(0.5);
    double limit = Math.min(WRONG_BY, WRONG_BY_SHARE * Math.min(rate, 1 - rate));
    return find(figures, Measure.CALIBRATION_ERROR, test)
        .filter(figure -> figure.low() > limit)
        .map(
            figure -> ("the probabilities of %s rows are off by %s on average, and by chance it would be %s: do not"
                + " take them for probabilities; calibrate the model, and see whether classes were weighted or rows left"
                + " out")
                .formatted(
                    test, Shown.number(figure.value()), Shown.number(figure.baseline())));
  }

  private static Optional<Card.Figure> find(
      List<Card.Figure> figures, Measure measure, String of) {
    return figures.stream()
        .filter(figure -> figure.name().equals(measure.text()) && figure.of().equals(of))
        .findFirst();
  }

  /**
   * What the outcomes of the training say: one alone, from which nothing can be learned, or few of one.
   *
   * @param positives how many rows it happened in
   * @param negatives how many it did not
   */
  public static List<String> ofOutcomes(long positives, long negatives) {
    if (positives == 0 || negatives == 0) {
      return List.of(
          "the label is %s in all %s rows: nothing can be learned from one outcome; look at the filters before, and at how the label is computed"
              .formatted(negatives == 0, Shown.count(positives + negatives)));
    }
    long fewer = Math.min(positives, negatives);
    return fewer >= FEW
        ? List.of()
        : List.of(
            "the label is %s in %s of %s rows only: the figures vary much by chance; take rows of a longer time, and few features"
                .formatted(
                    positives <= negatives,
                    Shown.count(fewer),
                    Shown.count(positives + negatives)));
  }

  /**
   * That rows of the test have labels that no row of the training has; nothing if there are none.
   *
   * @param rows how many
   */
  public static Optional<String> ofUnknownLabels(long rows) {
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            ("%s test rows have labels that no row of the training has: the model is wrong about all of them, and the"
                + " figures are of the others; train with rows that have all labels, or leave these rows out")
                .formatted(Shown.count(rows)));
  }

  /** That a feature is the same in all rows. */
  public static String ofConstant(String feature, String value) {
    return "feature %s is %s in all rows and tells nothing; leave it out, or see why it does not vary"
        .formatted(Shown.name(feature), Shown.name(value));
  }

  /**
   * That a feature alone tells too well what happened; nothing if its AUC is not above 0.99.
   *
   * @param auc as {@link LoneFeature} has it
   */
  public static Optional<String> ofLoneFeature(String feature, double auc) {
    return ofLoneFeature(feature, "what happened", auc);
  }

  /**
   * That a feature alone tells too well something of the label; nothing if its AUC is not above 0.99.
   *
   * @param what of the label, such as {@code "what happened"}
   * @param auc as {@link LoneFeature} has it
   */
  public static Optional<String> ofLoneFeature(String feature, String what, double auc) {
    return auc > TOO_GOOD
        ? Optional.of(
            ("feature %s alone tells %s (AUC %s): it may be known only afterwards; if it is not known when the"
                + " model is asked, take it out of the record that features are made of")
                .formatted(Shown.name(feature), what, Shown.number(auc)))
        : Optional.empty();
  }
}
