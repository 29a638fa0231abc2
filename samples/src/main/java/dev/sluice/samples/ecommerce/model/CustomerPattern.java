package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * How a customer buys.
 *
 * @param customerId the customer
 * @param customerTier VIP, Gold, Silver or Bronze
 * @param orders the number of orders
 * @param totalSpent the sum of the amounts
 * @param averageOrderValue the amount by order
 * @param firstPurchase the day of the first order
 * @param lastPurchase the day of the last order
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record CustomerPattern(
    long customerId,
    String customerTier,
    long orders,
    double totalSpent,
    double averageOrderValue,
    LocalDate firstPurchase,
    LocalDate lastPurchase) {}
