package dev.sluice.io.lake;

/**
 * A Delta table as a source, and the way to it as a sink.
 *
 * <pre>{@code
 * DeltaTable<Order> orders = Delta.table(Order.class, "shop.orders");
 * p.source("orders", orders);
 * p.source("orders of yesterday", orders.asOf(yesterday));
 * stage.sink("orders", orders.upsert(Order::orderId).onlyIfNewer(Order::version));
 * }</pre>
 *
 * @param <T> the record each row is
 */
public final class DeltaTable<T extends Record> extends LakeTable<T, DeltaTable<T>, DeltaSink<T>> {

  DeltaTable(Class<T> type, LakeName name, TimeTravel state) {
    super(type, DeltaFormat.DELTA, name, state);
  }

  /**
   * The table as it was at a version.
   *
   * @param number of the version, from 0
   * @return a changed copy, to read
   */
  public DeltaTable<T> version(long number) {
    return at(TimeTravel.number("version", number));
  }

  @Override
  DeltaTable<T> at(TimeTravel other) {
    return new DeltaTable<>(type(), name(), other);
  }

  @Override
  DeltaSink<T> sink(LakeChange change) {
    return new DeltaSink<>(this, LakeSettings.of(change));
  }
}
