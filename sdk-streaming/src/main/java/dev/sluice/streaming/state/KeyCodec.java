package dev.sluice.streaming.state;

import dev.sluice.record.ColumnType;
import dev.sluice.spark.rows.ValueCodec;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Makes a key of its columns: a record of several, the value of a single one, or the row as it is. */
final class KeyCodec<K> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ColumnType type;
  private final boolean composed;

  /**
   * Of keys.
   *
   * @param type the type of the key; empty for rows
   * @param composed whether it is a record of the columns
   */
  KeyCodec(Optional<ColumnType> type, boolean composed) {
    this.type = type.orElse(null);
    this.composed = composed;
  }

  @SuppressWarnings("unchecked") // the codec of a type gives its values
  Function<Row, K> decoder() {
    if (type == null) {
      return columns -> (K) columns;
    }
    ValueCodec value = ValueCodec.of(type, "the key");
    if (composed) {
      return columns -> (K) value.fromRow().apply(columns);
    }
    return columns -> columns.isNullAt(0) ? null : (K) value.fromRow().apply(columns.get(0));
  }
}
