package dev.sluice.plan;

/**
 * How rows flow through a verb, from which a plan's readers derive what they may rely on. Each trait
 * is a promise; {@link #UNKNOWN} makes none.
 *
 * @param flow where the rows that come out come from
 * @param needsRows whether no row comes out where none goes in
 * @param light whether it costs no more than looking at each row once: no shuffle, no parsing, no
 *     code of users
 * @param repeatable whether it gives the same rows each time it is computed, in whatever order
 *     the same rows go in
 */
public record Traits(RowFlow flow, boolean needsRows, boolean light, boolean repeatable) {

  /** Promises nothing. */
  public static final Traits UNKNOWN = new Traits(RowFlow.UNKNOWN, false, false, false);

  /** Rows from outside, that parse nothing unless said otherwise. */
  public static Traits reading() {
    return new Traits(RowFlow.READS, false, false, true);
  }

  /** Rows that went in: all, some, or some more than once. */
  public static Traits passing() {
    return new Traits(RowFlow.PASSES, true, false, true);
  }

  /** Rows that are made of one row each. */
  public static Traits mapping() {
    return new Traits(RowFlow.MAPS, true, false, true);
  }

  /**
   * A row for each group of rows.
   *
   * @param needsRows whether there is no group without rows
   */
  public static Traits grouping(boolean needsRows) {
    return new Traits(RowFlow.GROUPS, needsRows, false, true);
  }

  /** A row for each combination of rows. */
  public static Traits joining() {
    return new Traits(RowFlow.JOINS, true, false, true);
  }

  /** The same, and cheap. */
  public Traits atLittleCost() {
    return new Traits(flow, needsRows, true, repeatable);
  }

  /** The same, but other rows may come out the next time. */
  public Traits notRepeatable() {
    return new Traits(flow, needsRows, light, false);
  }
}
