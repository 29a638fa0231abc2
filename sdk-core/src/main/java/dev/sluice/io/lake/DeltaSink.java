package dev.sluice.io.lake;

/**
 * A Delta table as a sink. It comes from a {@link DeltaTable}. The batches of a stream are written
 * each in a {@link #transaction} of its own, so each is there once.
 *
 * @param <T> the record each row is
 */
public final class DeltaSink<T extends Record> extends LakeSink<T, DeltaSink<T>> {

  DeltaSink(LakeTable<T, ?, DeltaSink<T>> table, LakeSettings settings) {
    super(table, settings);
  }

  @Override
  DeltaSink<T> with(LakeSettings changed) {
    return new DeltaSink<>(table(), changed);
  }

  /**
   * Writes at most once: if the table has a transaction of this application whose version is as
   * large or larger, nothing is written, and the report says so. With {@code transaction("daily
   * orders", 20260329)} a run that is started again, whether it had failed or not, adds no row a
   * second time.
   *
   * @param application who counts the versions; no other writer of the table may have the same
   * @param version larger than all before it, from 0
   * @return a changed copy
   * @throws IllegalArgumentException if there is no name, or the version is negative
   */
  public DeltaSink<T> transaction(String application, long version) {
    return with(settings().transaction(new Transaction(application, version)));
  }
}
