package dev.sluice.samples.ecommerce.model;

/**
 * What an order looks like.
 *
 * @param orderId the key
 * @param quantity pieces, at least 1
 * @param price of a piece, 0.0 if it is not known
 * @param discount the part of the price that is not paid, from 0.0 to 1.0
 */
public record OrderShape(long orderId, int quantity, double price, double discount) {}
