package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/**
 * The sales of a product.
 *
 * @param productId the product
 * @param productName its name; NULL for an unknown product
 * @param category its category, or {@code Unknown}
 * @param quantity pieces sold
 * @param revenue the sum of the amounts
 * @param customers how many different customers bought it
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record ProductSales(
    long productId,
    String productName,
    String category,
    long quantity,
    double revenue,
    long customers) {}
