package dev.sluice.io.table;

/** Tables of the session's catalog as sources and sinks. */
public final class Tables {

  private Tables() {}

  /**
   * A table, or a view to read.
   *
   * <pre>{@code
   * p.source("orders", Tables.table(Order.class, "shop.orders"));
   * sales.sink("sales", Tables.table(Sale.class, "shop.sales").append().bucketBy(8, Sale::customerId));
   * }</pre>
   *
   * @param type the record each row is
   * @param name the table's name, such as {@code shop.orders}
   * @param <T> the record
   * @return the table
   * @throws IllegalArgumentException if the record cannot describe rows or the name is not that of
   *     a table
   */
  public static <T extends Record> TableSource<T> table(Class<T> type, String name) {
    return new TableSource<>(type, name);
  }
}
