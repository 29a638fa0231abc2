package dev.sluice.io.jdbc;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.Scalar;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL, and what speaks like it. */
final class PostgresDialect extends Dialect {

  @Override
  String driver() {
    return "org.postgresql:postgresql";
  }

  @Override
  String upsert(Upsert upsert) {
    return insert(upsert.table() + " AS t", upsert.columns()) + onConflict(upsert);
  }

  @Override
  String merge(Upsert upsert, String from) {
    return merge(upsert, from, "");
  }

  /**
   * PostgreSQL refuses to update a row twice in one statement, so of each key one row is taken. In
   * the order of the key the pages of an index are met once, not again and again: with keys in
   * disorder and an index larger than the server's memory that was twice as fast.
   *
   * @param order which of the rows of a key is taken, if nothing else decides
   */
  static String merge(Upsert upsert, String from, String order) {
    List<String> all = new ArrayList<>(upsert.key());
    upsert.newer().ifPresent(c -> all.add(c + " DESC NULLS LAST"));
    if (!order.isEmpty()) {
      all.add(order);
    }
    return "INSERT INTO %s AS t (%s) SELECT DISTINCT ON (%s) %2$s FROM %s ORDER BY %s%s"
        .formatted(
            upsert.table(),
            list(upsert.columns()),
            list(upsert.key()),
            from,
            list(all),
            onConflict(upsert));
  }

  /** Its rows go into the log of the database once, when they are moved, not twice. */
  @Override
  String createTable() {
    return "CREATE UNLOGGED TABLE";
  }

  @Override
  Optional<BulkLoader> bulkLoader(Connection connection, String target) throws SQLException {
    return PostgresBulkLoader.of(connection, target);
  }

  private static String onConflict(Upsert upsert) {
    return " ON CONFLICT (%s) DO %s"
        .formatted(
            list(upsert.key()),
            upsert.others().isEmpty()
                ? "NOTHING"
                : "UPDATE SET %s%s"
                    .formatted(
                        each(upsert.others(), ", ", c -> "%s = EXCLUDED.%1$s".formatted(c)),
                        upsert.newer()
                            .map(c -> " WHERE t.%s < EXCLUDED.%1$s".formatted(c))
                            .orElse("")));
  }

  @Override
  Optional<String> type(ColumnType type) {
    return type instanceof ListOf list && !(list.element() instanceof ListOf)
        ? type(list.element()).map(element -> element + "[]")
        : super.type(type);
  }

  @Override
  Optional<String> scalar(Scalar type) {
    return Optional.ofNullable(
        switch (type) {
          case BOOLEAN -> "BOOLEAN";
          case BYTE, SHORT -> "SMALLINT";
          case INT -> "INTEGER";
          case LONG -> "BIGINT";
          case FLOAT -> "REAL";
          case DOUBLE -> "DOUBLE PRECISION";
          case STRING -> "TEXT";
          case DATE -> "DATE";
          case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
          case TIMESTAMP_NTZ -> "TIMESTAMP";
          case DURATION -> null;
          case BINARY -> "BYTEA";
        });
  }
}
