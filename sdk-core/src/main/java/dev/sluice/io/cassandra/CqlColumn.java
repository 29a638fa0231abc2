package dev.sluice.io.cassandra;

import java.io.Serializable;
import java.util.Locale;

/**
 * A column as the server has it.
 *
 * @param name its name
 * @param kind what it is in the table
 * @param position within the partition key or the clustering columns, from 0
 * @param type its type
 */
record CqlColumn(String name, Kind kind, int position, CqlType type) implements Serializable {

  /** What a column is. */
  enum Kind {
    PARTITION_KEY,
    CLUSTERING,
    STATIC,
    REGULAR;

    static Kind of(String written) {
      return valueOf(written.toUpperCase(Locale.ROOT));
    }
  }

  boolean isKey() {
    return kind == Kind.PARTITION_KEY || kind == Kind.CLUSTERING;
  }

  String quoted() {
    return CqlName.quoted(name);
  }
}
