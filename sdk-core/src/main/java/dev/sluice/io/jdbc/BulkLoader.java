package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import java.util.List;
import java.util.Optional;

/** What a database has to take many rows at once, faster than by statements. */
interface BulkLoader {

  /** A way into a table that was made for the run. */
  Loading fill(String table, List<String> columns);

  /** A way into the target itself; empty if that would not do the same as an insert. */
  Optional<Loading> append(String table, List<String> columns);

  /** A way to put rows in the place of those of their keys; empty if there is none. */
  Optional<Loading> upsert(Upsert upsert);
}
