package dev.sluice.samples.recommend;

/**
 * An ad for a user.
 *
 * @param userId the user
 * @param place 1 for the best
 * @param adId the ad, one that the user has not seen
 * @param liking how the user will respond, from about 0 to about 2
 */
public record TopAd(long userId, int place, long adId, double liking) {}
