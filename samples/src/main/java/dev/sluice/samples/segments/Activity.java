package dev.sluice.samples.segments;

/**
 * What a user did in a month.
 *
 * @param userId the user
 * @param events all events
 * @param impressions ads that were shown and not clicked
 * @param clicks ads that were clicked
 * @param conversions how often the user bought
 * @param averageBid what was bid for a place in front of the user, on average
 * @param cost what the events cost
 * @param revenue what they earned
 * @param campaigns how many campaigns the user saw
 */
public record Activity(
    long userId,
    long events,
    long impressions,
    long clicks,
    long conversions,
    double averageBid,
    double cost,
    double revenue,
    long campaigns) {}
