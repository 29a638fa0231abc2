package dev.sluice.testkit.stream;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.spark.rows.RecordRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps the rows of a sink in memory, in its place. */
record CapturingSink<T extends Record>(StreamSink<T> captured, WriteMode mode, CrashPlan crash)
    implements EpochSink<T>, BatchSink<T> {

  private static final Epoch ALL = new Epoch("batch", 0);

  @Override
  public Class<T> type() {
    return captured.type();
  }

  @Override
  public String description() {
    return "captured by the test";
  }

  @Override
  public Delivery delivery() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public Written write(Dataset<Row> rows) {
    return write(rows, ALL);
  }

  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    List<T> all = RecordRows.collect(rows, captured.type());
    if (crash.isWithinSinks()) {
      captured.deliver(epoch, all.subList(0, all.size() / 2));
      crash.crashAt(CrashPoint.WITHIN_SINKS);
    }
    captured.deliver(epoch, all);
    return Written.to(description()).withRows(all.size());
  }
}
