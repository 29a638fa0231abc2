package dev.sluice.streaming.state;

import dev.sluice.spark.bridge.RowCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * All that is kept of a key, but for rows that wait.
 *
 * @param state what the function keeps
 * @param since when it was kept, in microseconds
 * @param timers the moments at which the function wants to be called, ascending, in microseconds
 * @param wake the moment, in milliseconds, at which Spark is to call; it knows one for each key
 */
record Kept<S>(Optional<S> state, long since, List<Long> timers, OptionalLong wake) {

  Kept {
    timers = List.copyOf(timers);
  }

  static <S> Kept<S> nothing() {
    return new Kept<>(Optional.empty(), 0, List.of(), OptionalLong.empty());
  }

  Kept<S> waking(OptionalLong other) {
    return new Kept<>(state, since, timers, other);
  }

  boolean isNothing() {
    return state.isEmpty() && timers.isEmpty() && wake.isEmpty();
  }

  /** The columns in which it is stored, as readers of saved state meet them. */
  static StructType schema(StructType state) {
    return new StructType()
        .add("state", state, true)
        .add("since", DataTypes.LongType, false)
        .add("timers", DataTypes.createArrayType(DataTypes.LongType, false), false)
        .add("wake", DataTypes.LongType, true);
  }

  Row row(RowCodec<S> codec, StructType schema) {
    Object[] values = {
        state.map(kept -> codec.encode(kept)).orElse(null),
        since,
        CollectionConverters.asScala(timers).toSeq(),
        wake.isPresent() ? wake.getAsLong() : null
    };
    return RowCodec.row(values, schema);
  }

  static <S> Kept<S> of(Row row, RowCodec<S> codec) {
    List<Long> timers = new ArrayList<>(row.getList(2));
    return new Kept<>(
        row.isNullAt(0) ? Optional.empty() : Optional.of(codec.decode(row.getStruct(0))),
        row.getLong(1),
        timers,
        row.isNullAt(3) ? OptionalLong.empty() : OptionalLong.of(row.getLong(3)));
  }
}
