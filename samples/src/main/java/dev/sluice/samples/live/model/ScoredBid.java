package dev.sluice.samples.live.model;

/**
 * What the model says of a bid.
 *
 * @param bidId the bid
 * @param campaign the campaign of the ad
 * @param price what is offered
 * @param click how likely the ad is clicked
 * @param worth whether that is likely enough
 */
public record ScoredBid(long bidId, long campaign, double price, double click, boolean worth) {}
