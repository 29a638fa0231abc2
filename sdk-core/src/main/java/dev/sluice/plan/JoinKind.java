package dev.sluice.plan;

/** How the rows of two stages are joined. */
public enum JoinKind {
  /** Pairs that match. */
  INNER("inner"),
  /** Pairs that match, and left rows without a match. */
  LEFT("left_outer"),
  /** Pairs that match, and right rows without a match. */
  RIGHT("right_outer"),
  /** Pairs that match, and rows of both sides without a match. */
  FULL("full_outer"),
  /** Left rows that have a match. */
  SEMI("left_semi"),
  /** Left rows that have no match. */
  ANTI("left_anti"),
  /** All pairs. */
  CROSS("cross");

  private final String sparkName;

  JoinKind(String sparkName) {
    this.sparkName = sparkName;
  }

  /** The name that Spark has for it. */
  public String sparkName() {
    return sparkName;
  }

  /** Whether rows can come out without a left row. */
  public boolean leftMayBeMissing() {
    return this == RIGHT || this == FULL;
  }

  /** Whether rows can come out without a right row. */
  public boolean rightMayBeMissing() {
    return this == LEFT || this == FULL;
  }

  /** Whether left rows may be joined portion by portion, with all right rows each time. */
  public boolean distributesOverLeft() {
    return !leftMayBeMissing();
  }

  /** Whether right rows may be joined portion by portion, with all left rows each time. */
  public boolean distributesOverRight() {
    return this == INNER || this == CROSS || this == RIGHT;
  }
}
