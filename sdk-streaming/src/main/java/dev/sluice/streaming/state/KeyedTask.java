package dev.sluice.streaming.state;

import dev.sluice.spark.bridge.RowCodec;
import java.io.Serializable;
import org.apache.spark.sql.types.StructType;

/**
 * What the executors have to know of a function with state.
 *
 * @param where the stage and its line, for messages
 * @param function what is done
 * @param basis which time it goes by
 * @param time the position of the column that says when a row happened; none if it goes by no event time
 * @param forgetAfter how long a state is kept that nobody keeps again, in microseconds; {@link
 *     Moments#NEVER} for as long as there is a stream
 * @param key makes keys
 * @param rows makes rows that go in
 * @param state makes what is kept
 * @param out makes rows that come out
 * @param columns the columns of what is kept
 */
record KeyedTask<K, T, S, R>(
    String where,
    KeyFunction<K, T, S, R> function,
    TimeBasis basis,
    int time,
    long forgetAfter,
    KeyCodec<K> key,
    RowCodec<T> rows,
    RowCodec<S> state,
    RowCodec<R> out,
    StructType columns)
    implements Serializable {

  RowOrder order() {
    return new RowOrder(time);
  }
}
