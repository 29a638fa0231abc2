package dev.sluice.samples.tpch.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One part of an order. */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record LineItem(
    long orderKey,
    long partKey,
    long supplierKey,
    int lineNumber,
    @Precision(value = 15, scale = 2) BigDecimal quantity,
    @Precision(value = 15, scale = 2) BigDecimal extendedPrice,
    @Precision(value = 15, scale = 2) BigDecimal discount,
    @Precision(value = 15, scale = 2) BigDecimal tax,
    String returnFlag,
    String status,
    LocalDate shipDate,
    LocalDate commitDate,
    LocalDate receiptDate,
    String shipInstructions,
    String shipMode,
    String comment) {}
