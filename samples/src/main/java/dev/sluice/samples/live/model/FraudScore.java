package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * How much the bids for a user and a campaign look like fraud.
 *
 * @param from when the window begins
 * @param userId the user
 * @param campaignId the campaign
 * @param events how many bids
 * @param score from 0, not at all, to 1
 */
public record FraudScore(Instant from, long userId, long campaignId, long events, double score) {}
