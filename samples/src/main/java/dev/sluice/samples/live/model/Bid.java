package dev.sluice.samples.live.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.Instant;

/**
 * An offer for a place where an ad can be shown.
 *
 * @param bidId the bid
 * @param userId who would see the ad
 * @param campaignId the campaign of the ad
 * @param adId the ad
 * @param bidPrice what is offered
 * @param deviceType on what it would be seen
 * @param timestamp when
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Bid(
    long bidId,
    long userId,
    long campaignId,
    long adId,
    double bidPrice,
    String deviceType,
    Instant timestamp) {}
