package dev.sluice.ml.recommend;

/**
 * What a user will make of an item. There is always a number; what it rests on says how much it is worth.
 *
 * @param value of explicit ratings the rating, which may lie a little beyond the scale; of implicit feedback about how
 *     sure it is that the user wants the item, near 0 to 1; always finite
 * @param basis what it rests on
 */
public record Prediction(double value, Basis basis) {}
