package dev.sluice.expr;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.SortKey;

/**
 * A column to sort rows of {@code T} by, and the direction: {@code asc(Order::orderDate)}, {@code
 * desc(col(Line::amount).abs())}.
 *
 * @param <T> the rows
 */
public final class SortOrder<T> {

  private final SortKey key;

  SortOrder(SortKey key) {
    this.key = key;
  }

  /** The order as data. */
  @Internal
  public SortKey key() {
    return key;
  }

  /** With NULLs before all values. */
  public SortOrder<T> nullsFirst() {
    return new SortOrder<>(new SortKey(key.expr(), key.descending(), true));
  }

  /** With NULLs after all values. */
  public SortOrder<T> nullsLast() {
    return new SortOrder<>(new SortKey(key.expr(), key.descending(), false));
  }
}
