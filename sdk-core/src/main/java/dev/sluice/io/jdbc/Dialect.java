package dev.sluice.io.jdbc;

import dev.sluice.io.Upsert;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.Comparing;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Types of texts of any length up to a limit, which are not padded with spaces. */
  private static final Set<String> TEXTS =
      Set.of("text", "varchar", "varchar2", "nvarchar", "nvarchar2", "character varying");

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

  /**
   * A statement that puts a row in the place of that of its key.
   *
   * @param parameters what stands for the value of each column where nothing else tells its type
   */
  abstract String upsert(Upsert upsert, List<String> parameters);

  /** The same for all rows of another table that has these columns. */
  abstract String merge(Upsert upsert, String from);

  /** What stands in a statement for the value of a column. */
  String parameter(RealColumn column) {
    return "?";
  }

  /** The type of a new column; empty if it has none. */
  abstract Optional<String> scalar(Scalar type);

  /** How it compares the values of a column. */
  Comparing comparing(RealColumn column) {
    return switch (column.jdbcType()) {
      // not REAL: 0.1 is another number there than the constant that it is compared with
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.FLOAT, Types.DOUBLE,
          Types.NUMERIC, Types.DECIMAL, Types.BOOLEAN, Types.BIT, Types.DATE, Types.TIMESTAMP,
          Types.TIMESTAMP_WITH_TIMEZONE ->
        column.isOneOf(oddTypes()) ? Comparing.OTHERWISE : Comparing.AS_SPARK;
      default -> column.isOneOf(TEXTS) ? comparingTexts() : Comparing.OTHERWISE;
    };
  }

  /** Types that are numbers or times to JDBC, but need constants of their own. */
  Set<String> oddTypes() {
    return Set.of();
  }

  /** Byte by byte, or by a collation that takes some texts for others. */
  Comparing comparingTexts() {
    return Comparing.EQUALITY;
  }

  /** Whether values of a column are compared with {@link #constant(RealColumn, String)}. */
  final boolean writesConstantsOf(RealColumn column) {
    return isExactNumber(column) || column.isOneOf(TEXTS) || column.isOneOf(Set.of("uuid"));
  }

  /** A value that came out of such a column, as a constant in SQL; no value can end it early. */
  final String constant(RealColumn column, String value) {
    return isExactNumber(column) ? new BigDecimal(value).toPlainString() : constant(value);
  }

  private static boolean isExactNumber(RealColumn column) {
    return switch (column.jdbcType()) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC,
          Types.DECIMAL ->
        true;
      default -> false;
    };
  }

  /** A text as a constant. */
  String constant(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * The types, in Spark's SQL, of columns that Spark would take for wider ones than they are, or that
   * are wider because the database has no type as narrow as the component's.
   */
  final String narrow(List<RealColumn> columns, RecordType record) {
    return record.components().stream()
        .flatMap(
            component -> RealColumn.named(component.column(), columns)
                .filter(column -> isNarrow(component.logicalType(), column.jdbcType()))
                .map(
                    column -> "%s %s"
                        .formatted(
                            Columns.quoted(column.name()),
                            RecordSchemas.of(component.logicalType()).sql()))
                .stream())
        .collect(Collectors.joining(", "));
  }

  private boolean isNarrow(ColumnType component, int jdbcType) {
    if (component == Scalar.BYTE) {
      return jdbcType == Types.TINYINT
          || jdbcType == Types.SMALLINT && scalar(Scalar.BYTE).equals(scalar(Scalar.SHORT));
    } else if (component == Scalar.SHORT) {
      return jdbcType == Types.TINYINT || jdbcType == Types.SMALLINT;
    }
    return component == Scalar.FLOAT && jdbcType == Types.REAL;
  }

  /** About how many rows a table has, by its schema and its name as parameters, at no cost. */
  abstract String estimate();

  /** What is faster than statements; empty if there is nothing. */
  Optional<BulkLoader> bulkLoader(Connection connection, String target) throws SQLException {
    return Optional.empty();
  }

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

  static List<String> in(List<String> schema, String name) {
    return Stream.concat(schema.stream(), Stream.of(name)).toList();
  }

  /** A statement that adds a row, one parameter for each column. */
  final String insert(String table, List<String> columns) {
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, list(columns), parameters(columns));
  }

  /** The same for all rows of another table that has these columns. */
  final String insertAll(String table, List<String> columns, String from) {
    return "INSERT INTO %s (%s) SELECT %2$s FROM %s".formatted(table, list(columns), from);
  }

  /** Takes all rows out of a table, whose space is given back at once. */
  final String truncate(String table) {
    return "TRUNCATE TABLE " + table;
  }

  /** A table just like another one; empty if no other can take its place at once. */
  Optional<String> twin(String table, String of) {
    return Optional.empty();
  }

  /**
   * Statements that put such a twin in the place of the table and drop that one.
   *
   * @param table the table's schema and name
   * @param twin the twin's name, in the same schema
   * @param old a name that is free
   */
  List<String> exchange(List<String> table, String twin, String old) {
    return List.of();
  }

  /**
   * A query for what a table has and its twin would not, with its schema and name as parameters: one
   * text a row.
   */
  String lost() {
    throw new UnsupportedOperationException();
  }

  /** A query for whether the user may make tables in a schema, its parameter; empty if none is. */
  Optional<String> mayMakeTables() {
    return Optional.empty();
  }

  /** A table of some columns of another one, without rows, and one more column of texts. */
  String emptyCopy(String table, List<String> columns, String of, String text) {
    return "%s %s AS SELECT %s, CAST('' AS VARCHAR(60)) AS %s FROM %s WHERE 1 = 0"
        .formatted(createTable(), table, list(columns), text, of);
  }

  /** The words for a table that need not outlive a crash of the server. */
  String createTable() {
    return "CREATE TABLE";
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
