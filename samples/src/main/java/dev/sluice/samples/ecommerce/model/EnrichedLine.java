package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * A valid order with what is known of its product and its customer.
 *
 * @param orderId the key
 * @param customerId who bought
 * @param productId what was bought
 * @param quantity pieces, at least 1
 * @param discount the part of the price that is not paid, from 0.0 to 1.0
 * @param orderDate the day of the order
 * @param productName NULL for an unknown product
 * @param category {@code Unknown} for an unknown product, or one without a category
 * @param price 0.0 for an unknown product, or one without a price
 * @param customerName NULL for an unknown customer
 * @param country NULL for an unknown customer
 * @param totalAmount quantity times price, less the discount
 * @param customerTotal the amounts of all orders of this customer
 * @param customerTier VIP, Gold, Silver or Bronze, by the customer's total
 * @param year the year of the order
 * @param month the month of the order, 1 to 12
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record EnrichedLine(
    long orderId,
    long customerId,
    long productId,
    int quantity,
    double discount,
    LocalDate orderDate,
    String productName,
    String category,
    double price,
    String customerName,
    String country,
    double totalAmount,
    double customerTotal,
    String customerTier,
    int year,
    int month) {}
