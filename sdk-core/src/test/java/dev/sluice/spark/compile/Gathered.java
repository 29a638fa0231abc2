package dev.sluice.spark.compile;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A sink that adds what is written to what it has, and calls what a test gives it before. */
public final class Gathered<T extends Record> implements BatchSink<T>, EpochSink<T> {

  private final Class<T> type;
  private final Consumer<Dataset<Row>> before;
  private final List<T> rows = Collections.synchronizedList(new ArrayList<>());
  private final List<Dataset<Row>> writes = Collections.synchronizedList(new ArrayList<>());

  private Gathered(Class<T> type, Consumer<Dataset<Row>> before) {
    this.type = type;
    this.before = before;
  }

  /** Adds what is written to what it has. */
  public static <T extends Record> Gathered<T> adding(Class<T> type) {
    return new Gathered<>(type, rows -> {});
  }

  /** Calls this in each write before it asks for the rows. */
  public static <T extends Record> Gathered<T> calling(Class<T> type,
      Consumer<Dataset<Row>> before) {
    return new Gathered<>(type, before);
  }

  public List<T> rows() {
    return List.copyOf(rows);
  }

  public int timesWritten() {
    return writes.size();
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "gathered " + RecordType.of(type).type().getSimpleName();
  }

  @Override
  public WriteMode mode() {
    return WriteMode.append();
  }

  @Override
  public Written write(Dataset<Row> written) {
    writes.add(written);
    before.accept(written);
    rows.addAll(RecordRows.collect(written, type));
    return Written.to(description());
  }

  @Override
  public Written write(Dataset<Row> written, Epoch epoch) {
    return write(written);
  }
}
