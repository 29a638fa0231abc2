package dev.sluice.samples.ads.model;

import java.time.Instant;

/**
 * An impression or a click: something that may have led to a conversion.
 *
 * @param touchId the event
 * @param userId who
 * @param campaignId the campaign of the ad
 * @param at when
 */
public record Touch(long touchId, long userId, long campaignId, Instant at) {}
