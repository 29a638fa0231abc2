package dev.sluice.samples.tpch.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import dev.sluice.record.Precision;
import java.math.BigDecimal;

/** What is sold. */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Part(
    long partKey,
    String name,
    String manufacturer,
    String brand,
    String type,
    int size,
    String container,
    @Precision(value = 15, scale = 2) BigDecimal retailPrice,
    String comment) {}
