package dev.sluice.io.cassandra;

import dev.sluice.connect.Secrets;

/**
 * What Cassandra, or the way to it, did wrong, in one sentence. The driver's own exceptions do not
 * travel from executors.
 */
final class CassandraException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CassandraException(String message) {
    super(Secrets.masked(message));
  }
}
