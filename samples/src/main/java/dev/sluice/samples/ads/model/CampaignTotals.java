package dev.sluice.samples.ads.model;

/**
 * Counts and amounts of a campaign, a column for each type of event.
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
 */
public record CampaignTotals(
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
    double revenue) {}
