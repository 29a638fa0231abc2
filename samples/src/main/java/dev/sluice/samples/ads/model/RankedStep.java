package dev.sluice.samples.ads.model;

/**
 * A touch on the way to a conversion, and where on the way.
 *
 * @param campaignId the campaign of the touch
 * @param revenue what the conversion earned
 * @param position 1 for the first touch
 * @param steps how many touches the way has, so that the last one is at this position
 */
public record RankedStep(long campaignId, double revenue, int position, long steps) {}
