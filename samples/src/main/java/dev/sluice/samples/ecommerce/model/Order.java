package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * One order of one product, as it arrives: with duplicates, gaps and wrong quantities.
 *
 * @param orderId the key
 * @param customerId who bought; the customer may be unknown
 * @param productId what was bought; the product may be unknown
 * @param quantity pieces; NULL means 1, zero and below are errors
 * @param discount the part of the price that is not paid, from 0.0 to 1.0; NULL means none
 * @param orderDate the day of the order
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Order(
    long orderId,
    long customerId,
    long productId,
    Integer quantity,
    Double discount,
    LocalDate orderDate) {}
