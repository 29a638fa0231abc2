package dev.sluice.plan;

/** Where the rows that come out of a verb come from. */
public enum RowFlow {
  /** From outside. */
  READS,
  /** Each is a row that went in, which may come out never, once or more often. */
  PASSES,
  /** Each is made of one row that went in. */
  MAPS,
  /** One for each group of rows that go in. */
  GROUPS,
  /** One for each combination of rows of several inputs. */
  JOINS,
  /** Nobody can know. */
  UNKNOWN
}
