package dev.sluice.samples.ads.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/**
 * How well a campaign does. A ratio whose divisor is 0 is 0.
 *
 * @param campaignId the campaign
 * @param impressions how often its ads were shown
 * @param clicks how often they were clicked
 * @param conversions how often users converted
 * @param impressionCost the cost of impressions
 * @param clickCost the cost of clicks
 * @param conversionCost the cost of conversions
 * @param impressionRevenue the revenue of impressions
 * @param clickRevenue the revenue of clicks
 * @param conversionRevenue the revenue of conversions
 * @param cost the cost of all
 * @param revenue the revenue of all
 * @param ctr click-through rate: clicks by impressions
 * @param cvr conversion rate: conversions by clicks
 * @param cpc cost by click
 * @param cpa cost by conversion (acquisition)
 * @param roas return on advertising spend: revenue by cost
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record CampaignPerformance(
    long campaignId,
    long impressions,
    long clicks,
    long conversions,
    double impressionCost,
    double clickCost,
    double conversionCost,
    double impressionRevenue,
    double clickRevenue,
    double conversionRevenue,
    double cost,
    double revenue,
    double ctr,
    double cvr,
    double cpc,
    double cpa,
    double roas) {}
