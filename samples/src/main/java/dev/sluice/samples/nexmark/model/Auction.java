package dev.sluice.samples.nexmark.model;

import java.time.Instant;

/**
 * An item that is put up for auction.
 *
 * @param id the number of the auction
 * @param itemName what is sold
 * @param description more about it
 * @param initialBid the least that may be bid, in cents
 * @param reserve the least for which it is sold, in cents
 * @param at when the auction opens
 * @param expires when it closes; a bid of that very moment still counts
 * @param seller the person who sells
 * @param category what kind of thing it is
 * @param extra what fills the event
 */
public record Auction(
    long id,
    String itemName,
    String description,
    long initialBid,
    long reserve,
    Instant at,
    Instant expires,
    long seller,
    long category,
    String extra) implements Event {}
