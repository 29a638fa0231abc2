package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * {@code COPY} of PostgreSQL.
 *
 * @param plain whether {@code COPY} into the target does what an insert does
 * @param temporary whether the user may make temporary tables
 */
record PostgresBulkLoader(boolean plain, boolean temporary) implements BulkLoader {

  /**
   * A view takes no {@code COPY}, nor does a table with policies for rows; rules, and identities
   * that the database always gives, are passed by.
   */
  private static final String QUESTION =
      """
      SELECT c.relkind IN ('r', 'p') AND NOT c.relhasrules AND NOT c.relrowsecurity
          AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attidentity = 'a'),
        has_database_privilege(current_database(), 'TEMPORARY')
      FROM pg_class c WHERE c.oid = CAST(? AS regclass)""";

  /** That of a database; empty if it is another one that is spoken to like PostgreSQL. */
  static Optional<BulkLoader> of(Connection connection, String target) throws SQLException {
    if (!isPostgres(connection) || !hasCopy(connection)) {
      return Optional.empty();
    }
    try (PreparedStatement question = connection.prepareStatement(QUESTION)) {
      question.setString(1, target);
      try (ResultSet answer = question.executeQuery()) {
        return answer.next()
            ? Optional.of(new PostgresBulkLoader(answer.getBoolean(1), answer.getBoolean(2)))
            : Optional.empty();
      }
    }
  }

  /** Another driver for the same URLs has not the classes of PostgreSQL's. */
  private static boolean hasCopy(Connection connection) throws SQLException {
    try {
      return PostgresCopy.takes(connection);
    } catch (NoClassDefFoundError e) {
      return false;
    }
  }

  private static boolean isPostgres(Connection connection) throws SQLException {
    try (PreparedStatement question = connection.prepareStatement("SELECT version()");
        ResultSet answer = question.executeQuery()) {
      return answer.next()
          && answer.getString(1).startsWith("PostgreSQL ")
          && !answer.getString(1).contains("Redshift");
    }
  }

  @Override
  public Loading fill(String table, List<String> columns) {
    return new PostgresCopy(table, columns);
  }

  @Override
  public Optional<Loading> append(String table, List<String> columns) {
    return plain ? Optional.of(fill(table, columns)) : Optional.empty();
  }

  @Override
  public Optional<Loading> upsert(Upsert upsert) {
    return temporary ? Optional.of(CopiedUpsert.of(upsert)) : Optional.empty();
  }
}
