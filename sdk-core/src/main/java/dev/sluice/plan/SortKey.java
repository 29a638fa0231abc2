package dev.sluice.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One column to sort by.
 *
 * @param expr what to sort by
 * @param descending largest first
 * @param nullsFirst whether NULLs come first; Spark's default is first when ascending, last when
 *     descending
 */
public record SortKey(ExprNode expr, boolean descending, boolean nullsFirst) {

  /** The same direction by another value. */
  public SortKey of(ExprNode other) {
    return new SortKey(other, descending, nullsFirst);
  }

  /** {@code orderDate descending}; where NULLs come is said where it is not Spark's default. */
  public String text() {
    return ExprText.of(phrase());
  }

  Phrase phrase() {
    String nulls = nullsFirst == descending ? (nullsFirst ? " nulls first" : " nulls last") : "";
    return Phrase.of(expr, descending ? " descending" : "", nulls);
  }

  /** The columns of an order, divided by commas. */
  public static String text(List<SortKey> keys) {
    return keys.stream().map(SortKey::text).collect(Collectors.joining(", "));
  }
}
