package dev.sluice.samples.retail.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * What a customer bought.
 *
 * @param customerId the customer
 * @param country the last of the countries by name, where there are several
 * @param lastDay the day of the last invoice
 * @param invoices how many invoices
 * @param revenue in pounds
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record CustomerSales(
    long customerId, String country, LocalDate lastDay, long invoices, double revenue) {}
