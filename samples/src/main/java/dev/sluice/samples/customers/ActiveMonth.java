package dev.sluice.samples.customers;

import java.time.LocalDate;

/**
 * A month in which a customer bought.
 *
 * @param customerId the customer
 * @param month the first day of the month
 */
public record ActiveMonth(long customerId, LocalDate month) {}
