package dev.sluice.samples.retail.model;

import dev.sluice.record.ColumnName;
import java.time.LocalDateTime;

/**
 * A line of an invoice, as it stands in the CSV files of the UCI data set <i>Online Retail</i>.
 *
 * <p>In those files a quote within a text is doubled, so they have to be read with the option
 * {@code escape} set to a double quote. Spark's default, a backslash, reads other descriptions, and
 * raises no error.
 *
 * @param invoiceNo the number of the invoice; {@code C…} is a cancellation, {@code A…} an
 *     adjustment of bad debt
 * @param stockCode the article
 * @param description its text, possibly with outer spaces; NULL where there is none
 * @param quantity pieces; below zero where goods come back or are written off
 * @param invoiceDate day and time of the invoice, on the clock of the shop
 * @param unitPrice the price of one piece, in pounds; may be zero or below
 * @param customerId the customer, written {@code 17850.0}; NULL where none is known
 * @param country the customer's country
 */
public record InvoiceLine(
    @ColumnName("InvoiceNo") String invoiceNo,
    @ColumnName("StockCode") String stockCode,
    @ColumnName("Description") String description,
    @ColumnName("Quantity") Integer quantity,
    @ColumnName("InvoiceDate") LocalDateTime invoiceDate,
    @ColumnName("UnitPrice") Double unitPrice,
    @ColumnName("CustomerID") Double customerId,
    @ColumnName("Country") String country) {}
