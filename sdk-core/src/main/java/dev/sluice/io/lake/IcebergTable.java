package dev.sluice.io.lake;

/**
 * An Iceberg table as a source, and the way to it as a sink.
 *
 * <pre>{@code
 * IcebergTable<Order> orders = Iceberg.table(Order.class, "lake.shop.orders");
 * p.source("orders", orders);
 * p.source("audited orders", orders.tag("audited"));
 * stage.sink("orders", orders.upsert(Order::orderId).onlyIfNewer(Order::version));
 * }</pre>
 *
 * <p>A catalog keeps the tables of a session for a while; here each reading begins with what others
 * have written, as after {@code REFRESH TABLE}.
 *
 * @param <T> the record each row is
 */
public final class IcebergTable<
    T extends Record> extends LakeTable<T, IcebergTable<T>, IcebergSink<T>> {

  IcebergTable(Class<T> type, LakeName name, TimeTravel state) {
    super(type, IcebergFormat.ICEBERG, name, state);
  }

  /**
   * The table as it was at a snapshot.
   *
   * @param id of the snapshot
   * @return a changed copy, to read
   */
  public IcebergTable<T> snapshot(long id) {
    return at(TimeTravel.number("snapshot", id));
  }

  /**
   * The table as it is at the end of a branch.
   *
   * @return a changed copy, to read
   */
  public IcebergTable<T> branch(String name) {
    return at(TimeTravel.named("branch", name));
  }

  /**
   * The table as it was at a tag.
   *
   * @return a changed copy, to read
   */
  public IcebergTable<T> tag(String name) {
    return at(TimeTravel.named("tag", name));
  }

  @Override
  IcebergTable<T> at(TimeTravel other) {
    return new IcebergTable<>(type(), name(), other);
  }

  @Override
  IcebergSink<T> sink(LakeChange change) {
    return new IcebergSink<>(this, LakeSettings.of(change));
  }
}
