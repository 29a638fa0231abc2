package dev.sluice.samples.retail.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * What was sold in a month.
 *
 * @param month its first day
 * @param invoices how many invoices
 * @param customers how many customers
 * @param revenue in pounds
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record MonthlyRevenue(LocalDate month, long invoices, long customers, double revenue) {}
