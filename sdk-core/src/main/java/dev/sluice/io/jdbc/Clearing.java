package dev.sluice.io.jdbc;

/** How an overwrite gets rid of the rows that are there. */
enum Clearing {

  /** Row by row, in the transaction that adds the new ones. */
  DELETE,

  /** All at once. */
  TRUNCATE,

  /** With their table, in whose place another one is put. */
  RENAME
}
