package dev.sluice.samples.recommend;

/**
 * How a user has responded to an ad, whenever it was shown.
 *
 * @param userId the user
 * @param adId the ad
 * @param liking the mean of 0 for an ad that was only shown, 1 for a click and 2 for a conversion
 */
public record Response(long userId, long adId, double liking) {}
