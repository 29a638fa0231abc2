package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/**
 * A product, as it arrives.
 *
 * @param productId the key
 * @param productName the name
 * @param category the category; NULL where nobody has set it
 * @param price the price of one piece; NULL where nobody has set it
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Product(long productId, String productName, String category, Double price) {}
