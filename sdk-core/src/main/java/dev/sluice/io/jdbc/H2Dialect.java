package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType.Scalar;
import java.util.Optional;

/** H2, in its regular mode. */
final class H2Dialect extends Dialect {

  @Override
  String driver() {
    return "com.h2database:h2";
  }

  @Override
  String upsert(Upsert upsert) {
    return upsert.merge(
        "(VALUES (%s)) s (%s)".formatted(parameters(upsert.columns()), list(upsert.columns())));
  }

  @Override
  String merge(Upsert upsert, String from) {
    return upsert.merge(from + " s");
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
