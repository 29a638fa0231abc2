package dev.sluice.ml.model;

/**
 * What a head computes of a row.
 *
 * @param value the probability of "true", the predicted number, the probability of the predicted
 *     label, the distance to the segment's centre, or how anomalous the row is
 * @param index the position of the predicted label or segment; 0 where there is none
 * @param each the probability of each label or the distance to each centre; empty where there is one
 *     value
 */
public record Scores(double value, int index, double[] each) {

  private static final double[] NONE = {};

  /** One number. */
  public static Scores of(double value) {
    return new Scores(value, 0, NONE);
  }
}
