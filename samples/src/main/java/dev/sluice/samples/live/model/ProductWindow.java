package dev.sluice.samples.live.model;

import java.time.Instant;

/**
 * What a product brought in within a window of time.
 *
 * @param from when the window begins
 * @param until when it ends
 * @param productId the product
 * @param amount the sum of its sales
 */
public record ProductWindow(Instant from, Instant until, long productId, double amount) {}
