package dev.sluice.streaming.state;

import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;

/** What the columns of a key are to the function that gets it. */
sealed interface KeyForm {

  /** The codec, of a key whose single column is this component. */
  <K> KeyCodec<K> codec(Optional<RecordComponentType> single);

  /** The name of a column of the key; empty for the one it has. */
  default Optional<String> column(int part) {
    return Optional.empty();
  }

  default List<String> problems() {
    return List.of();
  }

  /** The value of the single column. */
  record Value() implements KeyForm {

    @Override
    public <K> KeyCodec<K> codec(Optional<RecordComponentType> single) {
      return new KeyCodec<>(Optional.of(single.orElseThrow().logicalType()), false);
    }
  }

  /** A record of the columns. */
  record OfRecord(Class<?> type) implements KeyForm {

    @Override
    public <K> KeyCodec<K> codec(Optional<RecordComponentType> single) {
      return new KeyCodec<>(Optional.of(ColumnType.of(type)), true);
    }

    @Override
    public Optional<String> column(int part) {
      return Optional.of(RecordType.of(type).components().get(part).column());
    }

    @Override
    public List<String> problems() {
      return RecordType.of(type).problems();
    }
  }

  /** A row of Spark. */
  record Columns() implements KeyForm {

    @Override
    public <K> KeyCodec<K> codec(Optional<RecordComponentType> single) {
      return new KeyCodec<>(Optional.empty(), true);
    }
  }
}
