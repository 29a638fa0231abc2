package dev.sluice.samples.ecommerce.model;

import java.time.LocalDate;

/**
 * The day of the last order of all.
 *
 * @param day NULL if there are no orders
 */
public record LastDay(LocalDate day) {}
