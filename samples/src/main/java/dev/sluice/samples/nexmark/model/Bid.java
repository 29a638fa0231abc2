package dev.sluice.samples.nexmark.model;

import java.time.Instant;

/**
 * A bid for an item. It may come before its auction opens, or after it has closed.
 *
 * @param auction the auction
 * @param bidder the person who bids
 * @param price how much, in cents
 * @param channel by which application
 * @param url the page on which it was made
 * @param at when it was made
 * @param extra what fills the event
 */
public record Bid(
    long auction,
    long bidder,
    long price,
    String channel,
    String url,
    Instant at,
    String extra) implements Event {}
