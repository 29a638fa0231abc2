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

  /** The same direction by another value. */
  public SortKey of(ExprNode other) {
    return new SortKey(other, descending, nullsFirst);
  }

  /** Where NULLs come is written if it is not where they come by themselves. */
  Phrase text() {
    String nulls =
        nullsFirst != descending ? "" : nullsFirst ? " nulls first" : " nulls last";
    return Phrase.of(expr, descending ? " desc" : "", nulls);
  }
}
