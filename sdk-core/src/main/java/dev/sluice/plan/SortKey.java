package dev.sluice.plan;

/**
 * One column to sort by.
 *
 * @param expr what to sort by
 * @param descending largest first
 * @param nullsFirst whether NULLs come first; Spark's default is first when ascending, last when
 *     descending
 */
public record SortKey(ExprNode expr, boolean descending, boolean nullsFirst) {

  /** {@code orderDate descending}; where NULLs come is said where it is not Spark's default. */
  public String text() {
    String nulls = nullsFirst == descending ? (nullsFirst ? " nulls first" : " nulls last") : "";
    return ExprText.of(expr) + (descending ? " descending" : "") + nulls;
  }
}
