package dev.sluice.plan;

/**
 * An expression of a verb.
 *
 * @param place where it stands, which decides what it may be
 * @param expr the expression
 */
public record Placed(Place place, ExprNode expr) {}
