package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * The bids for a user and a campaign in a window of time.
 *
 * @param from when the window begins
 * @param userId the user
 * @param campaignId the campaign
 * @param events how many bids
 * @param ads for how many ads, about
 * @param averagePrice their average price
 */
public record UserActivity(
    Instant from, long userId, long campaignId, long events, long ads, double averagePrice) {}
