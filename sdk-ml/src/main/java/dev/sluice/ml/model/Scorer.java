package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Computes with a {@link ModelDocument}. It is immutable, needs no Spark, and gives the same wherever
 * it runs.
 */
public final class Scorer implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The rule that is broken by a row whose score is beyond all numbers. */
  public static final String OVERFLOW = "the score is a finite number";

  private final ModelDocument document;
  private final Encoder encoder;

  /** Of a document. */
  public Scorer(ModelDocument document) {
    this.document = document;
    this.encoder = new Encoder(document.signature(), document.encodings());
  }

  /** The document. */
  public ModelDocument document() {
    return document;
  }

  /** What makes the slots. */
  public Encoder encoder() {
    return encoder;
  }

  /** The scores of a row that keeps all requirements, before calibration. */
  public Scores raw(Inputs inputs) {
    Tally tally = document.head().open();
    encoder.encode(inputs, tally);
    return tally.scores();
  }

  /** The scores of a row that keeps all requirements. */
  public Scores of(Inputs inputs) {
    Scores raw = raw(inputs);
    return document.calibration().isNone()
        ? raw
        : new Scores(document.calibration().of(raw.value()), raw.index(), raw.each());
  }

  /** Why a row cannot be scored, all of it; empty if it can. */
  public List<String> problems(Inputs inputs) {
    List<String> problems = encoder.problems(inputs);
    return problems.isEmpty() && mayOverflow() && !Double.isFinite(raw(inputs).value())
        ? List.of(OVERFLOW)
        : problems;
  }

  /** Whether a row that keeps all requirements may still have no score, since it would be beyond all numbers. */
  public boolean mayOverflow() {
    return document.head().mayOverflow();
  }

  /** What a cell has for a row, unless it is one that is handed on. */
  public Object cell(Cell cell, Inputs inputs, Scores scores) {
    if (cell instanceof Cell.Value) {
      return scores.value();
    } else if (cell instanceof Cell.Decision decision) {
      return scores.value() >= decision.threshold();
    } else if (cell instanceof Cell.Index) {
      return scores.index();
    } else if (cell instanceof Cell.Label) {
      return document.labels().get(scores.index());
    } else if (cell instanceof Cell.OfLabel label) {
      return scores.each()[document.labels().indexOf(label.label())];
    } else if (cell instanceof Cell.Reasons reasons) {
      return reasons(inputs, scores, reasons.most());
    }
    throw new IllegalArgumentException("no score is in " + cell);
  }

  /** The features that moved the score most, the greatest first. */
  public List<Reason> reasons(Inputs inputs, Scores scores, int most) {
    double[] sums =
        encoder.sums(document.head().contributions(encoder.encoded(inputs), scores.index()));
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < encoder.size(); i++) {
      String feature = encoder.encoding(i).feature();
      double typical = document.card().typical().getOrDefault(feature, 0.0);
      reasons.add(new Reason(feature, encoder.shown(i, inputs), sums[i] - typical));
    }
    return reasons.stream()
        .sorted(
            Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution()))
                .thenComparing(Reason::feature))
        .limit(most)
        .toList();
  }

  /** Two scorers of equal documents give the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Scorer same && document.equals(same.document);
  }

  @Override
  public int hashCode() {
    return document.name().hashCode() * 31 + document.created().hashCode();
  }

  @Override
  public String toString() {
    return "model '%s' of %s".formatted(document.name(), document.created());
  }
}
