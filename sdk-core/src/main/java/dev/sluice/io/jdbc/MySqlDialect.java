package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.spark.bridge.Comparing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** MySQL 8. */
class MySqlDialect extends Dialect {

  @Override
  String driver() {
    return "com.mysql:mysql-connector-j";
  }

  @Override
  final String quote() {
    return "`";
  }

  @Override
  String upsert(Upsert upsert, List<String> parameters) {
    return insert(upsert.table(), upsert.columns()) + " AS n" + onDuplicate(upsert, c -> "n." + c);
  }

  @Override
  String merge(Upsert upsert, String from) {
    return "INSERT INTO %s (%s) SELECT * FROM (SELECT %2$s FROM %s) AS n%s"
        .formatted(
            upsert.table(),
            list(upsert.columns()),
            from,
            onDuplicate(upsert, c -> "n." + c));
  }

  /** The column that decides is set last: each assignment sees those before it. */
  static String onDuplicate(Upsert upsert, UnaryOperator<String> given) {
    List<String> ordered =
        Stream.concat(
            upsert.others().stream().filter(c -> !upsert.newer().filter(c::equals).isPresent()),
            upsert.newer().stream().filter(upsert.others()::contains))
            .toList();
    String unchanged = upsert.key().get(0);
    return " ON DUPLICATE KEY UPDATE "
        + (ordered.isEmpty()
            ? "%s.%s = %1$s.%2$s".formatted(upsert.table(), unchanged)
            : each(
                ordered,
                ", ",
                c -> upsert.newer()
                    .map(
                        n -> "%s.%s = IF(%1$s.%s IS NULL OR %1$s.%3$s < %s, %s, %1$s.%2$s)"
                            .formatted(upsert.table(), c, n, given.apply(n), given.apply(c)))
                    .orElseGet(() -> "%s.%s = %s".formatted(upsert.table(), c, given.apply(c)))));
  }

  @Override
  final String keyType(String type) {
    return type.equals("TEXT") ? "VARCHAR(255)" : type;
  }

  @Override
  final Comparing comparingTexts() {
    return Comparing.LOOSELY;
  }

  /** What a backslash means is a setting. */
  @Override
  final String constant(String text) {
    return "_utf8mb4 X'%s'"
        .formatted(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  final Optional<String> twin(String table, String of) {
    return Optional.of("CREATE TABLE %s LIKE %s".formatted(table, of));
  }

  @Override
  final List<String> exchange(List<String> table, String twin, String old) {
    List<String> schema = table.subList(0, table.size() - 1);
    return List.of(
        "RENAME TABLE %s TO %s, %s TO %1$s"
            .formatted(quoted(table), quoted(in(schema, old)), quoted(in(schema, twin))),
        "DROP TABLE " + quoted(in(schema, old)));
  }

  @Override
  final String lost() {
    return """
        WITH t AS (SELECT ? AS s, ? AS n)
        SELECT DISTINCT 'triggers' FROM INFORMATION_SCHEMA.TRIGGERS, t
          WHERE EVENT_OBJECT_SCHEMA = s AND EVENT_OBJECT_TABLE = n
        UNION ALL SELECT DISTINCT 'foreign keys' FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE, t
          WHERE TABLE_SCHEMA = s AND TABLE_NAME = n AND REFERENCED_TABLE_NAME IS NOT NULL
            OR REFERENCED_TABLE_SCHEMA = s AND REFERENCED_TABLE_NAME = n
        UNION ALL SELECT DISTINCT 'a counted column' FROM INFORMATION_SCHEMA.COLUMNS, t
          WHERE TABLE_SCHEMA = s AND TABLE_NAME = n AND EXTRA LIKE '%auto_increment%'
        """;
  }

  @Override
  final String estimate() {
    return "SELECT TABLE_ROWS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?";
  }

  @Override
  Optional<String> scalar(Scalar type) {
    return Optional.ofNullable(
        switch (type) {
          case BOOLEAN -> "BOOLEAN";
          case BYTE -> "TINYINT";
          case SHORT -> "SMALLINT";
          case INT -> "INT";
          case LONG -> "BIGINT";
          case FLOAT -> "FLOAT";
          case DOUBLE -> "DOUBLE";
          case STRING -> "TEXT";
          case DATE -> "DATE";
          case TIMESTAMP -> "TIMESTAMP(6)";
          case TIMESTAMP_NTZ -> "DATETIME(6)";
          case DURATION -> null;
          case BINARY -> "LONGBLOB";
        });
  }
}
