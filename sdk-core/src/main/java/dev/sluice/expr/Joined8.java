// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

/**
 * The scope of expressions over the rows of 8 joined stages. It has no instances; columns of this
 * scope come from the handles that the lambdas of a join are given.
 */
public final class Joined8<A, B, C, D, E, F, G, H> {

  private Joined8() {}
}
