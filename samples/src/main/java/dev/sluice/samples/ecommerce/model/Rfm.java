package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/**
 * Recency, frequency and monetary value of a customer.
 *
 * @param customerId the customer
 * @param recencyDays days from the last order to the reference date
 * @param frequency the number of orders
 * @param monetary the sum of the amounts
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Rfm(long customerId, int recencyDays, long frequency, double monetary) {}
