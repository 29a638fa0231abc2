package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * Something was sold in a shop.
 *
 * @param productId what
 * @param amount for how much
 * @param createDate when
 */
public record Sale(long productId, double amount, Instant createDate) {}
