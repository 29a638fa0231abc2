package dev.sluice.samples.stores;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of a receipt, as a table of a database has it.
 *
 * @param id the key
 * @param customer who bought
 * @param product the name
 * @param quantity how many
 * @param price of one
 * @param day of the sale
 * @param at the moment
 */
public record Sale(
    long id,
    long customer,
    String product,
    int quantity,
    double price,
    LocalDate day,
    Instant at) {}
