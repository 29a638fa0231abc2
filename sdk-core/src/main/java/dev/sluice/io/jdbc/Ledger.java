package dev.sluice.io.jdbc;

import dev.sluice.record.RecordType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table that has the last epoch of each stream. Who enters an epoch in the transaction of its rows
 * writes them once.
 *
 * @param dialect the database's
 * @param name its name, with the schema as far as that is known
 */
record Ledger(Dialect dialect, TableName name) {

  /** A row of it. */
  private record Last(String stream, long epoch) {}

  private static final String STREAM = "stream";
  private static final String EPOCH = "epoch";

  static Ledger beside(List<String> target, Dialect dialect, TableName name) {
    return new Ledger(
        dialect,
        name.parts().size() > 1
            ? name
            : new TableName(Dialect.in(target.subList(0, target.size() - 1), name.table())));
  }

  /** The statement that makes one. */
  String create() {
    return NewTable.text(dialect, name, RecordType.of(Last.class), List.of(STREAM));
  }

  /** The ledger, if it is there. */
  Optional<EpochStatements> find(Connection connection) throws SQLException {
    return RealTable.find(connection, name)
        .map(
            real -> EpochStatements.of(
                dialect,
                dialect.quoted(real.parts()),
                dialect.quoted(column(real, STREAM)),
                dialect.quoted(column(real, EPOCH))));
  }

  /** As the user may have spelled it; the database says what is wrong with a table that is none. */
  private static String column(RealTable real, String name) {
    return real.column(name).map(RealColumn::name).orElse(name);
  }

  /** The ledger, made if it is not there. */
  EpochStatements open(Connection connection) throws SQLException {
    Optional<EpochStatements> found = find(connection);
    if (found.isPresent()) {
      return found.get();
    }
    Optional<SQLException> failure = made(connection);
    // another stream may have been quicker
    return find(connection)
        .orElseThrow(
            () -> new SQLException(
                "the ledger of epochs, %s, cannot be made: %s"
                    .formatted(name, failure.map(SQLException::getMessage).orElse("unknown")),
                failure.map(SQLException::getSQLState).orElse(null)));
  }

  private Optional<SQLException> made(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(create());
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }

  /** What keeps it from being one, or from being made. */
  List<String> problems(Connection connection) throws SQLException {
    Optional<RealTable> real = RealTable.find(connection, name);
    if (real.isPresent()) {
      return problem(real.get()).stream().toList();
    }
    return mayMake(connection)
        ? List.of()
        : List.of(
            "the user may make no table beside the target, and so neither the ledger of epochs, %s, nor one that is filled before: GRANT CREATE ON SCHEMA …"
                .formatted(name));
  }

  private Optional<String> problem(RealTable real) {
    boolean is =
        real.column(STREAM).isPresent()
            && real.column(EPOCH).isPresent()
            && real.isKey(List.of(STREAM))
            && real.columns().stream().allMatch(Ledger::isLeftAlone);
    return is
        ? Optional.empty()
        : Optional.of(
            "%s is no ledger of epochs, it has the columns %s: name another table with ledger(…), or make this one anew: %s"
                .formatted(
                    name,
                    real.columns().stream()
                        .map(RealColumn::name)
                        .collect(Collectors.joining(", ")),
                    create()));
  }

  /** Whether a row may be added without a value for the column, unless it is one of a ledger. */
  private static boolean isLeftAlone(RealColumn column) {
    return column.nullable()
        || column.filled()
        || column.name().equalsIgnoreCase(STREAM)
        || column.name().equalsIgnoreCase(EPOCH);
  }

  private boolean mayMake(Connection connection) throws SQLException {
    Optional<String> question = dialect.mayMakeTables();
    if (question.isEmpty()) {
      return true;
    }
    List<String> parts = name.parts();
    try (PreparedStatement statement = connection.prepareStatement(question.get())) {
      statement.setString(
          1, parts.size() > 1 ? parts.get(parts.size() - 2) : connection.getSchema());
      try (ResultSet answer = statement.executeQuery()) {
        return !answer.next() || answer.getBoolean(1);
      }
    }
  }
}
