package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.spark.bridge.Comparing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Microsoft SQL Server. */
final class SqlServerDialect extends Dialect {

  @Override
  String driver() {
    return "com.microsoft.sqlserver:mssql-jdbc";
  }

  @Override
  String quote() {
    return "[";
  }

  @Override
  String closing() {
    return "]";
  }

  @Override
  String upsert(Upsert upsert, List<String> parameters) {
    return merged(
        upsert,
        "(VALUES (%s)) s (%s)".formatted(parameters(upsert.columns()), list(upsert.columns())));
  }

  @Override
  String merge(Upsert upsert, String from) {
    return merged(upsert, from + " s");
  }

  /** Without HOLDLOCK two sessions may insert the same key; the statement ends with a semicolon. */
  private static String merged(Upsert upsert, String source) {
    Upsert locked =
        new Upsert(
            upsert.table() + " WITH (HOLDLOCK)", upsert.columns(), upsert.key(), upsert.newer());
    return locked.merge(source) + ";";
  }

  @Override
  String emptyCopy(String table, List<String> columns, String of, String text) {
    return "SELECT %s, CAST('' AS VARCHAR(60)) AS %s INTO %s FROM %s WHERE 1 = 0"
        .formatted(list(columns), text, table, of);
  }

  @Override
  String keyType(String type) {
    return type.replace("(MAX)", "(450)");
  }

  @Override
  Set<String> oddTypes() {
    return Set.of("money", "smallmoney", "datetime", "smalldatetime");
  }

  @Override
  Comparing comparingTexts() {
    return Comparing.LOOSELY;
  }

  @Override
  String constant(String text) {
    return "N" + super.constant(text);
  }

  @Override
  String estimate() {
    return "SELECT SUM(p.rows) FROM sys.partitions p JOIN sys.tables t ON t.object_id = p.object_id"
        + " JOIN sys.schemas s ON s.schema_id = t.schema_id"
        + " WHERE p.index_id IN (0, 1) AND s.name = ? AND t.name = ?";
  }

  @Override
  Optional<String> scalar(Scalar type) {
    return Optional.ofNullable(
        switch (type) {
          case BOOLEAN -> "BIT";
          case BYTE, SHORT -> "SMALLINT";
          case INT -> "INT";
          case LONG -> "BIGINT";
          case FLOAT -> "REAL";
          case DOUBLE -> "FLOAT";
          case STRING -> "NVARCHAR(MAX)";
          case DATE -> "DATE";
          case TIMESTAMP -> "DATETIMEOFFSET(6)";
          case TIMESTAMP_NTZ -> "DATETIME2(6)";
          case DURATION -> null;
          case BINARY -> "VARBINARY(MAX)";
        });
  }
}
