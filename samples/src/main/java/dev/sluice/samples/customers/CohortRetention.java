package dev.sluice.samples.customers;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * How many customers of a cohort, those who first bought in the same month, buy in a later one.
 * Months in which nobody of the cohort bought have no row.
 *
 * @param cohortMonth the first day of the month of the first order
 * @param monthNumber months after that one; 0 is the month of the first order itself
 * @param customers how many customers of the cohort bought in that month
 * @param cohortSize how many customers the cohort has
 * @param retention customers by cohort size, above 0.0 and at most 1.0
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record CohortRetention(
    LocalDate cohortMonth, int monthNumber, long customers, long cohortSize, double retention) {}
