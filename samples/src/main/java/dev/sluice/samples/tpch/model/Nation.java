package dev.sluice.samples.tpch.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/** A nation of a region. */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Nation(
    long nationKey,
    String name,
    long regionKey,
    String comment) {}
