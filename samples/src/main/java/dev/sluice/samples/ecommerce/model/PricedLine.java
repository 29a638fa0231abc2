package dev.sluice.samples.ecommerce.model;

import java.time.LocalDate;

/**
 * A valid order with its product and its customer.
 *
 * @param orderId the order
 * @param customerId the customer
 * @param productId the product
 * @param quantity pieces, at least 1
 * @param discount share of the price that is taken off, 0.0 to 1.0
 * @param orderDate the day of the order
 * @param productName NULL if the product is unknown
 * @param category {@code Unknown} if it is not known
 * @param price the price of one piece; 0.0 if it is not known
 * @param customerName NULL if the customer is unknown
 * @param country NULL if the customer is unknown
 * @param totalAmount quantity x price x (1 - discount)
 */
public record PricedLine(
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
    double totalAmount) {}
