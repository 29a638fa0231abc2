package dev.sluice.io.jdbc;

import java.util.Set;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.Scalar;
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
    return insertAll(upsert.table() + " AS t", upsert.columns(), from) + onConflict(upsert);
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
  Set<String> oddTypes() {
    return Set.of("money", "bit", "time", "timetz");
  }

  /** In this form a backslash means the same whatever {@code standard_conforming_strings} is. */
  @Override
  String constant(String text) {
    return "E" + super.constant(text.replace("\\", "\\\\"));
  }

  @Override
  String estimate() {
    return "SELECT CASE WHEN c.reltuples >= 0 THEN c.reltuples ELSE pg_relation_size(c.oid) / 100 END"
        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        + " WHERE n.nspname = ? AND c.relname = ?";
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
