package dev.sluice.samples.ecommerce.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * A customer, as it arrives.
 *
 * @param customerId the key
 * @param name the name
 * @param country the country
 * @param since the day of registration
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Customer(long customerId, String name, String country, LocalDate since) {}
