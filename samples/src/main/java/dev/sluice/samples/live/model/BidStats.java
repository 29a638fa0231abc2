package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * The bids of a campaign in a window of time.
 *
 * @param from when the window begins
 * @param until when it ends
 * @param campaignId the campaign
 * @param bids how many
 * @param average their average price
 * @param highest the highest
 * @param lowest the lowest
 */
public record BidStats(
    Instant from,
    Instant until,
    long campaignId,
    long bids,
    double average,
    double highest,
    double lowest) {}
