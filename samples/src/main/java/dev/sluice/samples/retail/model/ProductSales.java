package dev.sluice.samples.retail.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/**
 * What was sold of an article.
 *
 * @param stockCode the article
 * @param description the last of its texts by the alphabet; NULL where there is none
 * @param quantity pieces
 * @param revenue in pounds
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record ProductSales(String stockCode, String description, long quantity, double revenue) {}
