package dev.sluice.samples.live.model;

/**
 * An offer, and what became of it.
 *
 * @param offer what was known
 * @param clicked whether the ad was clicked
 */
public record Answer(Offer offer, boolean clicked) {}
