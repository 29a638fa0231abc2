package dev.sluice.samples.ysb;

import java.time.Instant;

/**
 * Somebody saw an ad of a campaign.
 *
 * @param campaign the campaign
 * @param at when
 */
public record View(String campaign, Instant at) {}
