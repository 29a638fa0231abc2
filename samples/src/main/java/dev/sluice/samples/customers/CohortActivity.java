package dev.sluice.samples.customers;

import java.time.LocalDate;

/**
 * How many customers of a cohort bought in a month.
 *
 * @param cohortMonth the first day of the month of the first order
 * @param monthNumber months after that one
 * @param customers how many bought
 */
public record CohortActivity(LocalDate cohortMonth, int monthNumber, long customers) {}
