package dev.sluice.io.lake;

/**
 * An Iceberg table as a sink. It comes from an {@link IcebergTable}.
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
