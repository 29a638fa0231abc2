package dev.sluice.samples.retail.model;

import dev.sluice.record.ColumnNaming;
import dev.sluice.record.NamingStrategy;
import java.time.LocalDate;

/**
 * A valid line of an invoice.
 *
 * @param invoiceNo the number of the invoice
 * @param stockCode the article
 * @param description its text without outer spaces; NULL where there is none
 * @param day the day of the invoice
 * @param customerId the customer
 * @param country the customer's country
 * @param quantity pieces, at least 1
 * @param revenue quantity x price, in pounds
 */
@ColumnNaming(NamingStrategy.SNAKE_CASE)
public record Sale(
    String invoiceNo,
    String stockCode,
    String description,
    LocalDate day,
    long customerId,
    String country,
    int quantity,
    double revenue) {}
