package dev.sluice.io.memory;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordRows;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * <p>Unlike other sinks it is not immutable: it holds what was written to it, by any thread, and
 * keeps it over several runs until {@link #clear}.
 *
 * @param <T> the record each row is
 */
public final class InMemorySink<T extends Record> implements BatchSink<T> {

  private final Class<T> type;
  private final List<T> rows = new CopyOnWriteArrayList<>();

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
    return List.copyOf(rows);
  }

  /** Forgets the rows. */
  public void clear() {
    rows.clear();
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
  public Written write(Dataset<Row> written) {
    List<T> added = RecordRows.collect(written, type);
    rows.addAll(added);
    return Written.to(description()).withRows(added.size());
  }
}
