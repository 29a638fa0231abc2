package dev.sluice.ml.train;

import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Which rows train a model and which test it. None is in both, and the same rows are taken each time.
 *
 * @param <C> the record of the rows
 */
public final class Split<C extends Record> {

  /** How a row is told to be one or the other. */
  sealed interface How {}

  /** By the hash of a key, or of the whole row. */
  record ByHash(List<ExprNode> key, double share) implements How {}

  /** By time. */
  record ByTime(List<ExprNode> time, double share, Duration gap) implements How {}

  private final How how;

  private Split(How how) {
    this.how = how;
  }

  /** All rows train, where nothing could be tested. */
  static <C extends Record> Split<C> none() {
    return new Split<>(new ByHash(List.of(), 1));
  }

  /**
   * At random, by the hash of each row: rows that are equal are on the same side.
   *
   * @param share of the rows that train, such as 0.8
   */
  public static <C extends Record> Split<C> random(double share) {
    return new Split<>(new ByHash(List.of(), valid(share)));
  }

  /**
   * By a key, such as a user's: all rows of a key are on the same side, so that the test is about keys that training has
   * not seen.
   *
   * @param share of the keys that train
   */
  public static <C extends Record> Split<C> byKey(Fields.Named<C> key, double share) {
    return new Split<>(new ByHash(List.of(FieldReader.field(key)), valid(share)));
  }

  /**
   * By a key in the part of the row that is known: {@code byKey(Click::impression, Impression::user, 0.8)}.
   *
   * @param share of the keys that train
   */
  public static <C extends Record, T extends Record> Split<C> byKey(
      Fields.Nested<C, T> known, Fields.Named<T> key, double share) {
    return new Split<>(new ByHash(path(known, key), valid(share)));
  }

  /**
   * By time: the earlier rows train, the later ones test, as a model is used.
   *
   * @param share of the rows that are earlier
   * @param gap rows so long behind the last that trains are left out, as long as it takes until outcomes are
   *     known
   */
  public static <C extends Record> Split<C> byTime(
      Fields.Timestamp<C> time, double share, Duration gap) {
    return new Split<>(new ByTime(List.of(FieldReader.field(time)), valid(share), gap));
  }

  /** By a time in the part of the row that is known. */
  public static <C extends Record, T extends Record> Split<C> byTime(
      Fields.Nested<C, T> known, Fields.Timestamp<T> time, double share, Duration gap) {
    return new Split<>(new ByTime(path(known, time), valid(share), gap));
  }

  How how() {
    return how;
  }

  private static List<ExprNode> path(Serializable known, Serializable inner) {
    return List.of(FieldReader.field(known), FieldReader.field(inner));
  }

  private static double valid(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "the share of the rows that train lies between 0 and 1, not " + share);
    }
    return share;
  }

  /** As the card says it. */
  @Override
  public String toString() {
    if (how instanceof ByTime time) {
      return "the first %s of the rows by %s train, %s after them are left out"
          .formatted(percent(time.share()), text(time.time()), time.gap());
    }
    ByHash hash = (ByHash) how;
    return hash.key().isEmpty()
        ? "%s of the rows train, by the hash of the row".formatted(percent(hash.share()))
        : "%s of the keys train, by the hash of %s"
            .formatted(percent(hash.share()), text(hash.key()));
  }

  private static String percent(double share) {
    return Math.round(share * 1_000) / 10.0 + " %";
  }

  private static String text(List<ExprNode> path) {
    return String.join(".", path.stream().map(ExprText::of).toList());
  }
}
