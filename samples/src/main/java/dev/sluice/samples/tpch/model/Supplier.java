package dev.sluice.samples.tpch.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import dev.sluice.record.Precision;
import java.math.BigDecimal;

/** Who sells parts. */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Supplier(
    long supplierKey,
    String name,
    String address,
    long nationKey,
    String phone,
    @Precision(value = 15, scale = 2) BigDecimal accountBalance,
    String comment) {}
