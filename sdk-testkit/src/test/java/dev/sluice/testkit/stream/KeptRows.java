package dev.sluice.testkit.stream;

import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.spark.rows.RecordRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A sink of its own that keeps what it got, each epoch once. */
final class KeptRows<T extends Record> implements EpochSink<T> {

  private final Class<T> type;
  private final Map<Long, List<T>> epochs = new TreeMap<>();

  KeptRows(Class<T> type) {
    this.type = type;
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "kept by a test";
  }

  @Override
  public WriteMode mode() {
    return WriteMode.append();
  }

  @Override
  public synchronized Written write(Dataset<Row> rows, Epoch epoch) {
    List<T> written = RecordRows.collect(rows, type);
    Written result =
        epochs.containsKey(epoch.id())
            ? Written.skipped(description(), "epoch %d is there".formatted(epoch.id()))
            : Written.to(description());
    epochs.putIfAbsent(epoch.id(), new ArrayList<>(written));
    return result;
  }

  synchronized List<T> rows() {
    return epochs.values().stream().flatMap(List::stream).toList();
  }
}
