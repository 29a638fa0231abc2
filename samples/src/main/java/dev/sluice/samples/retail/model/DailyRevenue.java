package dev.sluice.samples.retail.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * What was sold on a day.
 *
 * @param day the day
 * @param invoices how many invoices
 * @param customers how many customers
 * @param revenue in pounds
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record DailyRevenue(LocalDate day, long invoices, long customers, double revenue) {}
