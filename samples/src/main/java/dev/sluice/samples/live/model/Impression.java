package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * An ad was shown.
 *
 * @param uuid of this showing
 * @param campaign the campaign of the ad
 * @param at when
 */
public record Impression(String uuid, String campaign, Instant at) {}
