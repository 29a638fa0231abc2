package dev.sluice.samples.tpch.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;

/** The regions of the world. */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Region(
    long regionKey,
    String name,
    String comment) {}
