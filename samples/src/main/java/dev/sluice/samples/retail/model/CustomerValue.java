package dev.sluice.samples.retail.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * Recency, frequency and monetary value of a customer.
 *
 * @param customerId the customer
 * @param country the last of the countries by name, where there are several
 * @param lastDay the day of the last invoice
 * @param recencyDays days from then to the day after the last invoice of all
 * @param frequency how many invoices
 * @param monetary revenue, in pounds
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record CustomerValue(
    long customerId,
    String country,
    LocalDate lastDay,
    int recencyDays,
    long frequency,
    double monetary) {}
