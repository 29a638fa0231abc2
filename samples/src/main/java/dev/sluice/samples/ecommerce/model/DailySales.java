package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * The sales of a day.
 *
 * @param orderDate the day
 * @param revenue the sum of the amounts
 * @param customers how many different customers bought
 * @param averageOrderValue revenue by order
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record DailySales(
    LocalDate orderDate, double revenue, long customers, double averageOrderValue) {}
