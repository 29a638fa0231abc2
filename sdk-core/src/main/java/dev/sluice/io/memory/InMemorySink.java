package dev.sluice.io.memory;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordRows;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A sink that keeps its rows as records in this JVM. All rows must fit into the driver's memory.
 *
 * <pre>{@code
 * InMemorySink<DailySales> sales = InMemory.sink(DailySales.class);
 * stage.sink("daily_sales", sales);
 * p.run(spark);
 * sales.rows();
 * }</pre>
 *
 * <p>It takes the batches of a stream as well. An epoch that comes again takes the place of itself,
 * so each is there once for as long as this object lives, which is no longer than its JVM.
 *
 * <p>Unlike other sinks it is not immutable: it holds what was written to it, by any thread, and
 * keeps it over several runs until {@link #clear}.
 *
 * @param <T> the record each row is
 */
public final class InMemorySink<T extends Record> implements BatchSink<T>, EpochSink<T> {

  private final Class<T> type;
  private final Map<Object, List<T>> writes = new LinkedHashMap<>();

  InMemorySink(Class<T> type) {
    RecordType.of(type).requireValid();
    this.type = type;
  }

  /**
   * What has been written so far.
   *
   * @return the rows of every write, in the order of the writes; it does not change later
   */
  public List<T> rows() {
    synchronized (writes) {
      return writes.values().stream().flatMap(Collection::stream).toList();
    }
  }

  /**
   * What has been written of an epoch.
   *
   * @param epoch which batch of which stream
   * @return its rows; none if it has none, or has not been written
   */
  public List<T> rows(Epoch epoch) {
    synchronized (writes) {
      return writes.getOrDefault(epoch, List.of());
    }
  }

  /** Forgets the rows. */
  public void clear() {
    synchronized (writes) {
      writes.clear();
    }
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "in memory";
  }

  @Override
  public WriteMode mode() {
    return WriteMode.append();
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public Written write(Dataset<Row> written) {
    return keep(new Object(), written);
  }

  @Override
  public Written write(Dataset<Row> written, Epoch epoch) {
    return keep(epoch, written);
  }

  private Written keep(Object write, Dataset<Row> written) {
    List<T> added = List.copyOf(RecordRows.collect(written, type));
    synchronized (writes) {
      writes.put(write, added);
    }
    return Written.to(description()).withRows(added.size());
  }
}
