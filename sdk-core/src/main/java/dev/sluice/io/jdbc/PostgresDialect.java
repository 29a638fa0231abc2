package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
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
