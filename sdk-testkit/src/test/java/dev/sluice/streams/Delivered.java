package dev.sluice.streams;

import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.spark.rows.RecordRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A sink that keeps what each epoch delivered, and calls what a test gives it before. */
final class Delivered<T extends Record> implements EpochSink<T> {

  private final Class<T> type;
  private final WriteMode mode;
  private final Consumer<Epoch> before;
  private final List<Epoch> epochs = Collections.synchronizedList(new ArrayList<>());
  private final List<T> rows = Collections.synchronizedList(new ArrayList<>());

  private Delivered(Class<T> type, WriteMode mode, Consumer<Epoch> before) {
    this.type = type;
    this.mode = mode;
    this.before = before;
  }

  static <T extends Record> Delivered<T> of(Class<T> type) {
    return new Delivered<>(type, WriteMode.append(), epoch -> {});
  }

  /** One that says it replaces rows by key; what it keeps is still all that came. */
  static <T extends Record> Delivered<T> byKey(Class<T> type, String... key) {
    return new Delivered<>(type, WriteMode.upsert(key), epoch -> {});
  }

  static <T extends Record> Delivered<T> calling(Class<T> type, Consumer<Epoch> before) {
    return new Delivered<>(type, WriteMode.append(), before);
  }

  List<T> rows() {
    return List.copyOf(rows);
  }

  List<Long> epochs() {
    return epochs.stream().map(Epoch::id).toList();
  }

  /** Forgets what came so far. */
  void clear() {
    epochs.clear();
    rows.clear();
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "delivered " + type.getSimpleName();
  }

  @Override
  public WriteMode mode() {
    return mode;
  }

  @Override
  public Written write(Dataset<Row> delivered, Epoch epoch) {
    before.accept(epoch);
    epochs.add(epoch);
    rows.addAll(RecordRows.collect(delivered, type));
    return Written.to(description());
  }
}
