package dev.sluice.samples.stores;

/** What {@link StoresBenchmark} can compare. */
enum Comparison {
  /** Upserts into an empty table. */
  UPSERT_EMPTY,
  /** Upserts into a table that has each key. */
  UPSERT_FULL,
  /** Appends. */
  APPEND,
  /** Reading, in one part and in several. */
  READ,
  /** Upserts by statements, with batches of several sizes. */
  BATCHES,
  /** Upserts of the same rows in few partitions and in many. */
  PARTITIONS
}
