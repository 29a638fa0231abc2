package dev.sluice.io.jdbc;

import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.expr.Fields;
import dev.sluice.io.PartitionColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table of a database as a source, and the way to it as a sink: saying what becomes of the rows
 * that are there gives a {@link JdbcSink}.
 *
 * <pre>{@code
 * JdbcTable<Order> orders =
 *     Jdbc.table(Order.class, "shop.orders").url(url).user("shop").password(Secret.env("DB_PASSWORD"));
 * p.source("orders", orders.partitionedBy(Order::orderId, 8));
 * stage.sink("orders", orders.upsert(Order::orderId));
 * }</pre>
 *
 * @param <T> the record each row is
 */
public final class JdbcTable<T extends Record> extends JdbcSource<T, JdbcTable<T>> {

  private final TableName name;

  JdbcTable(Class<T> type, TableName name, Database database, Reading reading) {
    super(type, database, reading);
    this.name = name;
  }

  @Override
  JdbcTable<T> with(Database changed, Reading changedReading) {
    return new JdbcTable<>(type(), name, changed, changedReading);
  }

  @Override
  Relation relation(Connection connection) throws SQLException {
    return Relation.of(connection, database().dialect(), RealTable.required(connection, name));
  }

  @Override
  String what() {
    return "table " + name;
  }

  /**
   * Divides the rows into parts of as many rows each, by ranges of the first column of the primary
   * key, or else of a unique index, which is a number, a text or a uuid. The parts are read at the
   * same time, each through a connection of its own. Where they begin is looked up when the rows are
   * read, by one pass of the database over that index.
   *
   * @param parts how many, at least 1; no more than the database has connections to give
   * @return a changed copy
   */
  public JdbcTable<T> partitionedByKey(int parts) {
    return with(database(), reading().byKey(parts));
  }

  @Override
  public Set<ResourceId> reads() {
    return Set.of(resource());
  }

  ResourceId resource() {
    return new ResourceId(
        "jdbc", database().shown() + "/" + name.toString().toLowerCase(Locale.ROOT));
  }

  TableName name() {
    return name;
  }

  /**
   * A sink that adds rows to the table.
   *
   * @return the sink
   */
  public JdbcSink<T> append() {
    return new JdbcSink<>(this, WriteMode.append());
  }

  /**
   * A sink that replaces all rows of the table, in one transaction: readers see the old rows or the
   * new ones. The table stays, with its indexes, grants and triggers.
   *
   * @return the sink
   */
  public JdbcSink<T> overwrite() {
    return new JdbcSink<>(this, WriteMode.overwrite());
  }

  /**
   * A sink that puts each row in the place of that of the same key, or adds it. Writing the same
   * rows twice has the effect of writing them once. If two rows of one run have the same key, which
   * of them stays is chance: keep one of them before, such as with {@code keepFirst(…).per(…)}.
   *
   * @param key the components that are the key, in a primary key or a unique index of the table
   * @return the sink
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final JdbcSink<T> upsert(Fields.Named<T>... key) {
    return upsert(PartitionColumns.names(key));
  }

  /** The same by names from a configuration. */
  public JdbcSink<T> upsert(String... key) {
    PartitionColumns.columns(record(), key);
    return new JdbcSink<>(this, WriteMode.upsert(key));
  }

  /**
   * A sink that takes the rows of these keys out of the table; those that are not there are none. The
   * record needs no more columns of the table than the key.
   *
   * <pre>{@code
   * changes.deletes().sink("gone", orders.delete(OrderChange::orderId));
   * }</pre>
   *
   * @param key the components that are the key, at least one
   * @return the sink
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final JdbcDelete<T> delete(Fields.Named<T>... key) {
    String[] names = PartitionColumns.names(key);
    PartitionColumns.columns(record(), names);
    return new JdbcDelete<>(this, List.of(names));
  }
}
