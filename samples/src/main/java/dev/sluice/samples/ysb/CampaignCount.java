package dev.sluice.samples.ysb;

import java.time.Instant;

/**
 * How often ads of a campaign were seen within ten seconds.
 *
 * @param campaign the campaign
 * @param from when the ten seconds begin
 * @param views how often
 */
public record CampaignCount(String campaign, Instant from, long views) {}
