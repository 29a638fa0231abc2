package dev.sluice.io.lake;

/**
 * Delta Lake. Its jar, {@code io.delta:delta-spark_4.2_2.13} for Spark 4.2, has to be on the class
 * path, and its extension and catalog in the session; Sluice brings none of them.
 */
public final class Delta {

  private Delta() {}

  /**
   * A table.
   *
   * @param type the record each row is
   * @param table its name in a catalog, such as {@code shop.orders}, or the path of its files, which
   *     has a slash: {@code /lake/orders}, {@code s3a://shop/orders}
   * @param <T> the record
   * @throws IllegalArgumentException if the record cannot be rows, it is no name, or the path holds
   *     a secret
   */
  public static <T extends Record> DeltaTable<T> table(Class<T> type, String table) {
    LakeName name = table.contains("/") ? LakeName.path(table, "delta") : LakeName.table(table);
    return new DeltaTable<>(type, name, TimeTravel.NOW);
  }
}
