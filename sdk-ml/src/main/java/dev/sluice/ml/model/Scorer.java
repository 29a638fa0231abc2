package dev.sluice.ml.model;

import java.io.Serializable;
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

  /** Of each encoding, what it adds on average. */
  private final double[] typical;

  /** Of a document. */
  public Scorer(ModelDocument document) {
    this.document = document;
    this.encoder = new Encoder(document.signature(), document.encodings());
    this.typical = new double[encoder.size()];
    for (int i = 0; i < typical.length; i++) {
      typical[i] = document.card().typical().getOrDefault(encoder.feature(i), 0.0);
    }
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
    double[] moved = document.head().contributions(encoder, inputs, scores.index());
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= typical[i];
    }
    int[] greatest = greatest(moved, most);
    Reason[] reasons = new Reason[greatest.length];
    for (int i = 0; i < reasons.length; i++) {
      int at = greatest[i];
      reasons[i] = new Reason(encoder.feature(at), encoder.shown(at, inputs), moved[at]);
    }
    return List.of(reasons);
  }

  /** The positions of the greatest: there are few features, and each has its place found among the few kept so far. */
  private int[] greatest(double[] moved, int most) {
    int[] kept = new int[Math.min(most, moved.length)];
    for (int i = 0; i < moved.length; i++) {
      int end = Math.min(i, kept.length);
      int place = end;
      while (place > 0 && isBefore(moved, i, kept[place - 1])) {
        place--;
      }
      if (place < kept.length) {
        System.arraycopy(kept, place, kept, place + 1, Math.min(end, kept.length - 1) - place);
        kept[place] = i;
      }
    }
    return kept;
  }

  private boolean isBefore(double[] moved, int one, int other) {
    int order = Double.compare(Math.abs(moved[other]), Math.abs(moved[one]));
    return order < 0 || order == 0 && encoder.feature(one).compareTo(encoder.feature(other)) < 0;
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
