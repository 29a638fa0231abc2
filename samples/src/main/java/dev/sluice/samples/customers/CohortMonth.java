package dev.sluice.samples.customers;

import java.time.LocalDate;

/**
 * A month in which a customer bought, seen from the month of the first order.
 *
 * @param customerId the customer
 * @param cohortMonth the first day of the month of the first order
 * @param monthNumber months after that one
 */
public record CohortMonth(long customerId, LocalDate cohortMonth, int monthNumber) {}
