package dev.sluice.io.jdbc;

/**
 * Databases: PostgreSQL, MySQL, MariaDB, SQL Server, Oracle and H2. Their driver has to be on the
 * class path; Sluice brings none.
 */
public final class Jdbc {

  private Jdbc() {}

  /**
   * A table.
   *
   * @param type the record each row is
   * @param name such as {@code orders} or {@code shop.orders}; other signs than letters, digits,
   *     {@code _} and {@code $} stand in double quotes. Case does not matter, unless there are two
   *     tables that differ in nothing else
   * @param <T> the record
   * @throws IllegalArgumentException if it is no name, or the record cannot be rows
   */
  public static <T extends Record> JdbcTable<T> table(Class<T> type, String name) {
    return new JdbcTable<>(type, TableName.of(name), Database.NONE, Reading.DEFAULT);
  }

  /**
   * The rows of a query.
   *
   * @param type the record each row is
   * @param sql a {@code SELECT} in the database's own SQL, sent as it is: never built of values from
   *     outside
   * @param <T> the record
   */
  public static <T extends Record> JdbcQuery<T> query(Class<T> type, String sql) {
    return new JdbcQuery<>(type, sql, Database.NONE, Reading.DEFAULT);
  }
}
