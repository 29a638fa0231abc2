package dev.sluice.io.lake;

/**
 * Apache Iceberg. Its runtime, {@code org.apache.iceberg:iceberg-spark-runtime-4.1_2.13} for Spark
 * 4.1, has to be on the class path, and a catalog in the session; Sluice brings neither.
 */
public final class Iceberg {

  private Iceberg() {}

  /**
   * A table.
   *
   * @param type the record each row is
   * @param name its name, such as {@code lake.shop.orders}, where {@code lake} is a catalog of the
   *     session
   * @param <T> the record
   * @throws IllegalArgumentException if the record cannot be rows, or it is no name
   */
  public static <T extends Record> IcebergTable<T> table(Class<T> type, String name) {
    return new IcebergTable<>(type, LakeName.table(name), TimeTravel.NOW);
  }
}
