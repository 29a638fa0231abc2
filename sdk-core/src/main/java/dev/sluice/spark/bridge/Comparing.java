package dev.sluice.spark.bridge;

/** How far a database compares the values of a column as Spark does. */
public enum Comparing {

  /** It tells the same values apart and orders them the same way. */
  AS_SPARK,

  /** It tells the same values apart; what comes first depends on its collation. */
  EQUALITY,

  /** What is equal to Spark is equal to it; other values may be too, such as A and a. */
  LOOSELY,

  /** Not at all, or not certainly. */
  OTHERWISE
}
