package dev.sluice.samples.ads.model;

import java.time.Instant;

/**
 * A touch on the way to a conversion. One touch may be on the way to several.
 *
 * @param conversionId the conversion
 * @param revenue what the conversion earned
 * @param touchId the touch
 * @param campaignId the campaign of the touch
 * @param at when the touch was
 */
public record PathStep(
    long conversionId, double revenue, long touchId, long campaignId, Instant at) {}
