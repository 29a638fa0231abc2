package dev.sluice.samples.ecommerce;

import java.util.Locale;

/** The outputs of the e-commerce job, in the order in which they are written. */
public enum EcommerceOutput {
  /** Every valid order with its product, its customer and the customer's tier. */
  ENRICHED_LINES,
  /** Revenue and customers by day. */
  DAILY_SALES,
  /** Revenue and customers by product, the best first. */
  PRODUCT_SALES,
  /** Orders and amounts by customer and tier. */
  CUSTOMER_PATTERNS,
  /** Recency, frequency and monetary value by customer. */
  RFM,
  /** Customers by the month of their first order, and how many come back. */
  COHORT_RETENTION,
  /** The ten most recent purchases of each customer. */
  RECENT_PURCHASES;

  /**
   * Where this output is.
   *
   * @param root the directory of all outputs
   * @return its own directory below that one, such as {@code out/daily_sales}
   */
  public String in(String root) {
    return root + "/" + name().toLowerCase(Locale.ROOT);
  }
}
