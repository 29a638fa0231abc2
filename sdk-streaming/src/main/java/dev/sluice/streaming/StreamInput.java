package dev.sluice.streaming;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordEncoders;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.streaming.bridge.MemoryRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Rows that a program adds one after the other, as a source that a stream follows; a batch run reads
 * what has been added. For tests and small programs: the rows are in this JVM's memory, so another
 * JVM cannot go on from a checkpoint.
 *
 * <pre>{@code
 * StreamInput<Bid> bids = StreamInput.of(Bid.class);
 * StreamingRun run = Streaming.of(pipeline(bids)).checkpoints(dir).start(spark);
 * bids.add(new Bid(…), new Bid(…));
 * run.processAllAvailable();
 * }</pre>
 *
 * <p>Any thread may add rows.
 *
 * @param <T> the record each row is
 */
public final class StreamInput<T extends Record> implements UnboundedSource<T>, BoundedSource<T> {

  private final Class<T> type;
  private final List<List<T>> added = new ArrayList<>();
  private Optional<MemoryRows<T>> stream = Optional.empty();

  private StreamInput(Class<T> type) {
    this.type = type;
  }

  /**
   * A new one, without rows.
   *
   * @param type the record each row is
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> StreamInput<T> of(Class<T> type) {
    RecordType.of(type).requireValid();
    return new StreamInput<>(type);
  }

  /** Adds rows. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final void add(T... rows) {
    add(Arrays.asList(rows));
  }

  /** Adds rows, none of them null. */
  public synchronized void add(List<T> rows) {
    List<T> copy = List.copyOf(rows);
    added.add(copy);
    stream.ifPresent(known -> known.add(copy));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "in memory, as rows are added";
  }

  /** All rows that have been added so far. */
  @Override
  public synchronized Dataset<Row> read(SparkSession spark) {
    return RecordRows.dataset(spark, added.stream().flatMap(List::stream).toList(), type);
  }

  @Override
  public synchronized Dataset<Row> readStream(StreamContext context) {
    if (stream.isEmpty()) {
      MemoryRows<T> rows = new MemoryRows<>(context.spark(), RecordEncoders.of(type));
      added.forEach(rows::add);
      stream = Optional.of(rows);
    }
    return stream.get().dataset(context.spark());
  }
}
