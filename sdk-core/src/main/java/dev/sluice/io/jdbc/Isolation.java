package dev.sluice.io.jdbc;

import java.sql.Connection;

/** What a transaction sees of others that run at the same time, as SQL has it. */
public enum Isolation {
  /** What others have committed, at each statement. */
  READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
  /** What others had committed when it began. */
  REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
  /** As if transactions ran one after the other; one that cannot fails. */
  SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

  private final int level;

  Isolation(int level) {
    this.level = level;
  }

  int level() {
    return level;
  }
}
