package dev.sluice.samples.ctr;

/**
 * What the model says of an impression, without its reasons.
 *
 * @param id the impression's
 * @param probability how likely it is clicked
 * @param worth whether that is likely enough to bid
 */
public record Chance(long id, double probability, boolean worth) {}
