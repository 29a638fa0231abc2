package dev.sluice.samples.live.model;

/**
 * What a product has brought in so far.
 *
 * @param productId the product
 * @param amount the sum of its sales
 * @param sales how many there were
 */
public record ProductTotal(long productId, double amount, long sales) {}
