package dev.sluice.samples.anomalies;

/**
 * How a user behaves.
 *
 * @param userId the user
 * @param events all events
 * @param clicked the share of them that are clicks
 * @param converted the share that are conversions
 * @param averageBid what was bid for a place in front of the user, on average
 * @param adsInTen how many different ads the user saw for each ten events
 */
public record Habits(
    long userId,
    long events,
    double clicked,
    double converted,
    double averageBid,
    double adsInTen) {}
