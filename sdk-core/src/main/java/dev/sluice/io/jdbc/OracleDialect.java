package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.spark.bridge.Comparing;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** Oracle, in which an empty text is NULL. */
final class OracleDialect extends Dialect {

  @Override
  String driver() {
    return "com.oracle.database.jdbc:ojdbc11";
  }

  @Override
  String upsert(Upsert upsert, List<String> parameters) {
    return merged(
        upsert, "(SELECT %s FROM DUAL) s".formatted(each(upsert.columns(), ", ", c -> "? " + c)));
  }

  @Override
  String merge(Upsert upsert, String from) {
    return merged(upsert, from + " s");
  }

  /** The condition stands behind the update there. */
  private static String merged(Upsert upsert, String source) {
    return upsert.merge(source, "", upsert.ifNewer("WHERE"));
  }

  @Override
  String keyType(String type) {
    return type.replace("4000", "1000");
  }

  /** A time with a zone is compared with none that is written as a text. */
  @Override
  Comparing comparing(RealColumn column) {
    return column.jdbcType() == Types.TIMESTAMP_WITH_TIMEZONE
        ? Comparing.OTHERWISE
        : super.comparing(column);
  }

  @Override
  String estimate() {
    return "SELECT NUM_ROWS FROM ALL_TABLES WHERE OWNER = ? AND TABLE_NAME = ?";
  }

  @Override
  Optional<String> scalar(Scalar type) {
    return Optional.ofNullable(
        switch (type) {
          case BOOLEAN -> "NUMBER(1)";
          case BYTE -> "NUMBER(3)";
          case SHORT -> "NUMBER(5)";
          case INT -> "NUMBER(10)";
          case LONG -> "NUMBER(19)";
          case FLOAT -> "BINARY_FLOAT";
          case DOUBLE -> "BINARY_DOUBLE";
          case STRING -> "VARCHAR2(4000)";
          case DATE -> "DATE";
          case TIMESTAMP -> "TIMESTAMP(6) WITH TIME ZONE";
          case TIMESTAMP_NTZ -> "TIMESTAMP(6)";
          case DURATION -> null;
          case BINARY -> "BLOB";
        });
  }
}
