package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * What is known when a bid is to be judged.
 *
 * @param bidId the bid
 * @param campaign the campaign of the ad
 * @param device on what it would be seen
 * @param price what is offered
 * @param at when
 */
public record Offer(long bidId, long campaign, String device, double price, Instant at) {}
