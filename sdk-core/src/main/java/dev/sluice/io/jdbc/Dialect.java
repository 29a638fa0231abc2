package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a database says what the SQL standard leaves open, or says otherwise. Names come in quoted,
 * values are always parameters.
 */
abstract class Dialect {

  private static final Map<String, Dialect> BY_PREFIX =
      Map.of(
          "jdbc:postgresql:", new PostgresDialect(),
          "jdbc:h2:", new H2Dialect(),
          "jdbc:mysql:", new MySqlDialect(),
          "jdbc:mariadb:", new MariaDbDialect(),
          "jdbc:sqlserver:", new SqlServerDialect(),
          "jdbc:oracle:", new OracleDialect());

  /**
   * That of the database at a URL.
   *
   * @throws IllegalArgumentException if none is known
   */
  static Dialect of(String url) {
    return BY_PREFIX.entrySet().stream()
        .filter(entry -> url.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(
                "Sluice speaks the SQL of %s, and no other JDBC URL"
                    .formatted(
                        BY_PREFIX.keySet().stream().sorted().collect(Collectors.joining(", ")))));
  }

  /** The Maven coordinates of the driver, without a version. */
  abstract String driver();

  /** A statement that puts a row, one parameter for each column, in the place of that of its key. */
  abstract String upsert(Upsert upsert);

  /** The same for all rows of another table that has these columns. */
  abstract String merge(Upsert upsert, String from);

  /** The type of a new column; empty if it has none. */
  abstract Optional<String> scalar(Scalar type);

  /** The quotes around a name. */
  String quote() {
    return "\"";
  }

  String closing() {
    return quote();
  }

  final String quoted(String name) {
    return quote() + name.replace(closing(), closing() + closing()) + closing();
  }

  final String quoted(List<String> parts) {
    return parts.stream().map(this::quoted).collect(Collectors.joining("."));
  }

  /** A statement that adds a row, one parameter for each column. */
  final String insert(String table, List<String> columns) {
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, list(columns), parameters(columns));
  }

  /** The same for all rows of another table that has these columns. */
  final String insertAll(String table, List<String> columns, String from) {
    return "INSERT INTO %s (%s) SELECT %2$s FROM %s".formatted(table, list(columns), from);
  }

  /** A table of some columns of another one, without rows, and one more column of texts. */
  String emptyCopy(String table, List<String> columns, String of, String text) {
    return "CREATE TABLE %s AS SELECT %s, CAST('' AS VARCHAR(60)) AS %s FROM %s WHERE 1 = 0"
        .formatted(table, list(columns), text, of);
  }

  /** The type of a new column; empty if it has none. */
  Optional<String> type(ColumnType type) {
    if (type instanceof Decimal decimal) {
      return Optional.of("DECIMAL(%d, %d)".formatted(decimal.precision(), decimal.scale()));
    } else if (type instanceof Enumeration) {
      return scalar(Scalar.STRING);
    }
    return type instanceof Scalar scalar ? scalar(scalar) : Optional.empty();
  }

  /** The type of a new column that is part of a key, where it cannot be the same. */
  String keyType(String type) {
    return type;
  }

  static String list(List<String> columns) {
    return String.join(", ", columns);
  }

  static String parameters(List<String> columns) {
    return each(columns, ", ", column -> "?");
  }

  static String each(List<String> columns, String between, Function<String, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(between));
  }
}
