package dev.sluice.samples.ysb;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/**
 * To which campaign an ad belongs.
 *
 * @param adId the ad
 * @param campaignId the campaign
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Ad(String adId, String campaignId) {}
