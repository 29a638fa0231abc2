package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType.Scalar;
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
  String upsert(Upsert upsert) {
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
                        n -> "%s.%s = IF(%1$s.%s < %s, %s, %1$s.%2$s)"
                            .formatted(upsert.table(), c, n, given.apply(n), given.apply(c)))
                    .orElseGet(() -> "%s.%s = %s".formatted(upsert.table(), c, given.apply(c)))));
  }

  @Override
  final String keyType(String type) {
    return type.equals("TEXT") ? "VARCHAR(255)" : type;
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
