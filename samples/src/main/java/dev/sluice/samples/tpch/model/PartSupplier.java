package dev.sluice.samples.tpch.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import dev.sluice.record.Precision;
import java.math.BigDecimal;

/** What a supplier has of a part, and at which cost. */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record PartSupplier(
    long partKey,
    long supplierKey,
    int availableQuantity,
    @Precision(value = 15, scale = 2) BigDecimal supplyCost,
    String comment) {}
