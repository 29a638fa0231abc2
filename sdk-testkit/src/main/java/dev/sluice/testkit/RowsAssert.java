package dev.sluice.testkit;

/**
 * Assertions about rows of a record; see {@link SluiceAssertions}.
 *
 * @param <T> the record
 */
public final class RowsAssert<T extends Record> extends AbstractRowsAssert<T, RowsAssert<T>> {

  private final CollectedRows<T> actual;

  RowsAssert(CollectedRows<T> actual) {
    this(actual, Comparison.plain(), false);
    BegunAssertions.begin(actual, actual.description());
  }

  private RowsAssert(CollectedRows<T> actual, Comparison comparison, boolean asserted) {
    super(actual, comparison, asserted);
    this.actual = actual;
  }

  @Override
  RowsAssert<T> copy(Comparison changed, boolean hasAsserted) {
    return new RowsAssert<>(actual, changed, hasAsserted);
  }
}
