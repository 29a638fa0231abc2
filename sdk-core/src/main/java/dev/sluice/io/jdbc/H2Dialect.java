package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType.Scalar;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** H2, in its regular mode. */
final class H2Dialect extends Dialect {

  @Override
  String driver() {
    return "com.h2database:h2";
  }

  @Override
  String upsert(Upsert upsert, List<String> parameters) {
    return upsert.merge(
        "(VALUES (%s)) s (%s)".formatted(list(parameters), list(upsert.columns())));
  }

  /**
   * A parameter that is merged has no type of its own: bytes would go the way of a text, and what
   * follows a NULL in a batch would be one.
   */
  @Override
  String parameter(RealColumn column) {
    return type(column).map("CAST(? AS %s)"::formatted).orElseGet(() -> super.parameter(column));
  }

  /** One that holds every value of the column; empty if none is known. */
  private static Optional<String> type(RealColumn column) {
    return Optional.ofNullable(
        switch (column.jdbcType()) {
          case Types.BOOLEAN -> "BOOLEAN";
          case Types.TINYINT -> "TINYINT";
          case Types.SMALLINT -> "SMALLINT";
          case Types.INTEGER -> "INTEGER";
          case Types.BIGINT -> "BIGINT";
          case Types.REAL -> "REAL";
          case Types.FLOAT, Types.DOUBLE -> "DOUBLE PRECISION";
          case Types.DECIMAL, Types.NUMERIC ->
            column.digits() < 0 ? null : "NUMERIC(1000, %d)".formatted(column.digits());
          case Types.VARCHAR -> "CHARACTER VARYING";
          case Types.DATE -> "DATE";
          case Types.TIMESTAMP -> "TIMESTAMP(9)";
          case Types.TIMESTAMP_WITH_TIMEZONE -> "TIMESTAMP(9) WITH TIME ZONE";
          case Types.BINARY, Types.VARBINARY -> "BINARY VARYING";
          default -> null;
        });
  }

  @Override
  String merge(Upsert upsert, String from) {
    return upsert.merge(from + " s");
  }

  @Override
  String estimate() {
    return "SELECT ROW_COUNT_ESTIMATE FROM INFORMATION_SCHEMA.TABLES"
        + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?";
  }

  @Override
  Optional<String> scalar(Scalar type) {
    return Optional.ofNullable(
        switch (type) {
          case BOOLEAN -> "BOOLEAN";
          case BYTE -> "TINYINT";
          case SHORT -> "SMALLINT";
          case INT -> "INTEGER";
          case LONG -> "BIGINT";
          case FLOAT -> "REAL";
          case DOUBLE -> "DOUBLE PRECISION";
          case STRING -> "CHARACTER VARYING";
          case DATE -> "DATE";
          case TIMESTAMP -> "TIMESTAMP(6) WITH TIME ZONE";
          case TIMESTAMP_NTZ -> "TIMESTAMP(6)";
          case DURATION -> null;
          case BINARY -> "BINARY VARYING";
        });
  }
}
