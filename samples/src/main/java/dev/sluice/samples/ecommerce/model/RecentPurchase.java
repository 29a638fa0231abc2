package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * One of the ten most recent purchases of a customer.
 *
 * @param customerId the customer
 * @param purchaseRank 1 for the most recent; of orders on one day, the higher order id comes first
 * @param orderId the order
 * @param orderDate the day of the order
 * @param productName what was bought; NULL for an unknown product
 * @param totalAmount what was paid
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record RecentPurchase(
    long customerId,
    int purchaseRank,
    long orderId,
    LocalDate orderDate,
    String productName,
    double totalAmount) {}
