package dev.sluice.samples.tpch.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import dev.sluice.record.Precision;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a customer ordered at once. */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Order(
    long orderKey,
    long customerKey,
    String status,
    @Precision(value = 15, scale = 2) BigDecimal totalPrice,
    LocalDate orderDate,
    String priority,
    String clerk,
    int shipPriority,
    String comment) {}
