package dev.sluice.spark.compile;

/** What is observed where a verb counts rows that pass. */
public final class PassingRows {

  /** The observed point. */
  public static final String POINT = "passing";

  /** How many rows there were. */
  public static final String ROWS = "rows";

  /** What the verb counted, as an array. */
  public static final String NUMBERS = "numbers";

  private PassingRows() {}
}
