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

  /** A parameter that is merged has no type: bytes would go the way of a text. */
  @Override
  String parameter(RealColumn column) {
    return column.jdbcType() == Types.VARBINARY || column.jdbcType() == Types.BINARY
        ? "CAST(? AS BINARY VARYING)"
        : super.parameter(column);
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
