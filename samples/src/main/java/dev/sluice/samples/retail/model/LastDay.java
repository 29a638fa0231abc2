package dev.sluice.samples.retail.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * The day of the last invoice of all.
 *
 * @param day NULL if there is none
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record LastDay(LocalDate day) {}
