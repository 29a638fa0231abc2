package dev.sluice.samples.ads.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/**
 * Which conversions a campaign gets credit for, by three models side by side. Each model gives out
 * each conversion and its revenue once; a conversion without a touch is given to nobody.
 *
 * @param campaignId the campaign
 * @param firstTouchConversions conversions whose first touch was one of this campaign
 * @param firstTouchRevenue their revenue
 * @param lastTouchConversions conversions whose last touch was one of this campaign
 * @param lastTouchRevenue their revenue
 * @param linearConversions conversions, each divided evenly among its touches
 * @param linearRevenue their revenue, divided likewise
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record CampaignAttribution(
    long campaignId,
    long firstTouchConversions,
    double firstTouchRevenue,
    long lastTouchConversions,
    double lastTouchRevenue,
    double linearConversions,
    double linearRevenue) {}
