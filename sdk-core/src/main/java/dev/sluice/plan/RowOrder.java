package dev.sluice.plan;

/** What a verb does to the order of rows. */
public enum RowOrder {
  /** They come out as they went in. */
  KEPT,
  /** They come out in an order of the verb's. */
  MADE,
  /** They come out in any order. */
  LOST
}
