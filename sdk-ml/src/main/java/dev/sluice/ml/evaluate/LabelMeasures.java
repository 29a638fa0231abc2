package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How good a model is that gives one of several labels; all in one pass over the rows. What each figure is,
 * {@link Measure} says. There is no figure of fewer than two rows.
 */
public final class LabelMeasures {

  private final List<String> labels;
  private final String of;
  private final double coverage;
  private final double[][] rows;
  private final double[] happened;
  private final double[] predicted;
  private final Mean loss = new Mean();

  private LabelMeasures(LabelRows rows, String of) {
    this.labels = rows.labels();
    this.of = of;
    this.coverage = rows.coverage();
    this.rows = new double[labels.size()][labels.size()];
    this.happened = new double[labels.size()];
    this.predicted = new double[labels.size()];
    for (int i = 0; i < rows.size(); i++) {
      if (rows.isScored(i)) {
        double weight = rows.weight(i);
        this.rows[rows.happened(i)][rows.predicted(i)] += weight;
        happened[rows.happened(i)] += weight;
        predicted[rows.predicted(i)] += weight;
        loss.add(rows.loss(i), weight);
      }
    }
  }

  /**
   * Of these rows.
   *
   * @param of what they are called in figures, such as {@code test}
   */
  public static LabelMeasures of(LabelRows rows, String of) {
    return new LabelMeasures(rows, of);
  }

  /**
   * The log loss, with the interval of a mean; the baseline is that of the labels' shares, said to every row.
   */
  public Optional<Card.Figure> logLoss() {
    double baseline = 0;
    for (double count : happened) {
      baseline -= count == 0 ? 0 : count / total() * Math.log(count / total());
    }
    Interval interval =
        Interval.normal(loss.value(), loss.error()).within(0, Double.POSITIVE_INFINITY);
    return figure(Measure.LOG_LOSS, new Estimate(loss.value(), interval, baseline));
  }

  /** The share of the rows with the right label, with Wilson's interval; the baseline is the most frequent label's share. */
  public Optional<Card.Figure> accuracy() {
    double right = 0;
    for (int label = 0; label < labels.size(); label++) {
      right += rows[label][label];
    }
    double share = total() == 0 ? 0 : right / total();
    return total() < 2
        ? Optional.empty()
        : figure(
            Measure.ACCURACY,
            new Estimate(share, Interval.wilson(share, total()), most() / total()));
  }

  /**
   * The F1 of each label that happened or was predicted, on average over these. Its interval is normal, by what a row
   * of each cell of the confusion matrix has to do with it (the infinitesimal jackknife). The baseline is to say the most
   * frequent label to every row.
   */
  public Optional<Card.Figure> macroF1() {
    double sum = 0;
    int seen = 0;
    double[] f1 = new double[labels.size()];
    for (int label = 0; label < labels.size(); label++) {
      if (both(label) > 0) {
        f1[label] = 2 * rows[label][label] / both(label);
        sum += f1[label];
        seen++;
      }
    }
    if (seen == 0) {
      return Optional.empty();
    }
    double variance = 0;
    for (int a = 0; a < labels.size(); a++) {
      for (int b = 0; b < labels.size(); b++) {
        if (rows[a][b] > 0) {
          double change =
              a == b
                  ? (2 - 2 * f1[a]) / both(a)
                  : -f1[a] / both(a) - f1[b] / both(b);
          variance += rows[a][b] * change * change / seen / seen;
        }
      }
    }
    double share = most() / total();
    long happening = Arrays.stream(happened).filter(count -> count > 0).count();
    double baseline = 2 * share / (1 + share) / happening;
    double value = sum / seen;
    return figure(
        Measure.MACRO_F1,
        new Estimate(value, Interval.normal(value, Math.sqrt(variance)).within(0, 1), baseline));
  }

  /** All figures. */
  public List<Card.Figure> all() {
    return Stream.of(logLoss(), accuracy(), macroF1()).flatMap(Optional::stream).toList();
  }

  /** How often which label was taken for which, the most frequent first; without what never happened. */
  public List<Card.Confusion> confusions() {
    List<Card.Confusion> confusions = new ArrayList<>();
    for (int a = 0; a < labels.size(); a++) {
      for (int b = 0; b < labels.size(); b++) {
        if (rows[a][b] > 0) {
          confusions.add(
              new Card.Confusion(labels.get(a), labels.get(b), Math.round(rows[a][b])));
        }
      }
    }
    confusions.sort(Comparator.comparingLong(Card.Confusion::rows).reversed());
    return confusions;
  }

  private Optional<Card.Figure> figure(Measure measure, Estimate estimate) {
    return total() < 2
        ? Optional.empty()
        : Optional.of(estimate.figure(measure.text(), of, coverage));
  }

  private double total() {
    return loss.weight();
  }

  private double most() {
    double most = 0;
    for (double count : happened) {
      most = Math.max(most, count);
    }
    return most;
  }

  private double both(int label) {
    return happened[label] + predicted[label];
  }
}
