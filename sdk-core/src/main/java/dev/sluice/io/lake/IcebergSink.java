package dev.sluice.io.lake;

/**
 * An Iceberg table as a sink. It comes from an {@link IcebergTable}.
 *
 * <p>The batches of a stream are written each once: its snapshot has the properties {@code
 * sluice.stream} and {@code sluice.epoch}, and an epoch of which the table has a snapshot, or one of
 * a later epoch, is not written again. So the last snapshot of a stream must not be expired while it
 * is stopped. Iceberg has no transaction ids: of two processes that write the same epoch at the same
 * time both may find that it is not there yet.
 *
 * @param <T> the record each row is
 */
public final class IcebergSink<T extends Record> extends LakeSink<T, IcebergSink<T>> {

  IcebergSink(LakeTable<T, ?, IcebergSink<T>> table, LakeSettings settings) {
    super(table, settings);
  }

  @Override
  IcebergSink<T> with(LakeSettings changed) {
    return new IcebergSink<>(table(), changed);
  }
}
