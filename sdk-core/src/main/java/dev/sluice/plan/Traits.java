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
 * @param order what becomes of the order of rows
 */
public record Traits(
    RowFlow flow, boolean needsRows, boolean light, boolean repeatable, RowOrder order) {

  /** Promises nothing. */
  public static final Traits UNKNOWN =
      new Traits(RowFlow.UNKNOWN, false, false, false, RowOrder.LOST);

  /** Rows from outside, that parse nothing unless said otherwise. */
  public static Traits reading() {
    return new Traits(RowFlow.READS, false, false, true, RowOrder.LOST);
  }

  /** Rows that went in, all or some. */
  public static Traits passing() {
    return new Traits(RowFlow.PASSES, true, false, true, RowOrder.LOST);
  }

  /** A row for each row. */
  public static Traits mapping() {
    return new Traits(RowFlow.MAPS, true, false, true, RowOrder.LOST);
  }

  /**
   * A row for each group of rows.
   *
   * @param needsRows whether there is no group without rows
   */
  public static Traits grouping(boolean needsRows) {
    return new Traits(RowFlow.GROUPS, needsRows, false, true, RowOrder.LOST);
  }

  /** A row for each combination of rows. */
  public static Traits joining() {
    return new Traits(RowFlow.JOINS, true, false, true, RowOrder.LOST);
  }

  /** The same, and cheap. */
  public Traits atLittleCost() {
    return new Traits(flow, needsRows, true, repeatable, order);
  }

  /** The same, but other rows may come out the next time. */
  public Traits notRepeatable() {
    return new Traits(flow, needsRows, light, false, order);
  }

  /** The same, and rows keep their order. */
  public Traits inOrder() {
    return new Traits(flow, needsRows, light, repeatable, RowOrder.KEPT);
  }

  /** The same, and rows come out in an order of its own. */
  public Traits ordering() {
    return new Traits(flow, needsRows, light, repeatable, RowOrder.MADE);
  }
}
