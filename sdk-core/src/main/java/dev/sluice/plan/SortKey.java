package dev.sluice.plan;

/**
 * One column to sort by.
 *
 * @param expr what to sort by
 * @param descending largest first
 * @param nullsFirst whether NULLs come first; Spark's default is first when ascending, last when
 *     descending
 */
public record SortKey(ExprNode expr, boolean descending, boolean nullsFirst) {}
