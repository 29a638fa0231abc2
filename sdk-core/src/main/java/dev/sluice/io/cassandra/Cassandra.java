package dev.sluice.io.cassandra;

/**
 * Apache Cassandra. Its driver, {@code org.apache.cassandra:java-driver-core-shaded}, has to be on
 * the class path; Sluice brings none.
 */
public final class Cassandra {

  private Cassandra() {}

  /**
   * A table.
   *
   * @param type the record each row is; columns that it does not have are not read
   * @param name with its keyspace, {@code shop.users}; as in CQL, names with upper case or other
   *     signs stand in double quotes
   * @param <T> the record
   * @throws IllegalArgumentException if it is no name, or the record cannot be rows
   */
  public static <T extends Record> CassandraTable<T> table(Class<T> type, String name) {
    return new CassandraTable<>(type, CqlName.of(name), Cluster.NONE, Reading.DEFAULT);
  }
}
