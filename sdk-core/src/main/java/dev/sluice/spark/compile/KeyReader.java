package dev.sluice.spark.compile;

import dev.sluice.record.ColumnType;
import dev.sluice.spark.rows.RecordCodec;
import dev.sluice.spark.rows.ValueCodec;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Reads the key that stands behind the first column of a row.
 *
 * @param key from its parts, none of which is NULL
 */
record KeyReader<K>(Function<Row, K> key) {

  @SuppressWarnings("unchecked") // the codec of a class gives its instances
  static <K> KeyReader<K> of(Class<K> type, boolean composed) {
    if (composed) {
      RecordCodec<?> record = RecordCodec.of(type.asSubclass(Record.class));
      return new KeyReader<>(parts -> (K) record.decode(parts));
    }
    ValueCodec value = ValueCodec.of(ColumnType.of(type), "the key");
    return new KeyReader<>(parts -> (K) value.fromRow().apply(parts.get(0)));
  }

  /** Empty if a part of the key is NULL: nothing is equal to that. */
  Optional<K> of(Row row) {
    Object[] parts = new Object[row.size() - 1];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = row.get(i + 1);
      if (parts[i] == null) {
        return Optional.empty();
      }
    }
    return Optional.of(key.apply(RowFactory.create(parts)));
  }
}
