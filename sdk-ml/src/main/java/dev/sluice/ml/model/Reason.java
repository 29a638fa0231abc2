package dev.sluice.ml.model;

/**
 * What one feature has to do with a score.
 *
 * @param feature what it is called, such as {@code site}
 * @param value what it was in this row, as text
 * @param contribution how much it moved the score away from where it is on average, before any link or calibration: for a
 *     logistic model in log odds
 */
public record Reason(String feature, String value, double contribution) {}
