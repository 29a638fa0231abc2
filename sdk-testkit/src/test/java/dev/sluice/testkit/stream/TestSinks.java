package dev.sluice.testkit.stream;

import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sinks of pipelines under test. */
final class TestSinks {

  private TestSinks() {}

  /** One that a driver has to replace: writing it fails. */
  static <T extends Record> EpochSink<T> unused(Class<T> type) {
    return new Unused<>(type, WriteMode.append());
  }

  /** The same, with rows that replace those of the same key. */
  static <T extends Record> EpochSink<T> unused(Class<T> type, String... key) {
    return new Unused<>(type, WriteMode.upsert(key));
  }

  private record Unused<T extends Record>(Class<T> type, WriteMode mode) implements EpochSink<T> {
    @Override
    public String description() {
      return "the real world";
    }

    @Override
    public Written write(Dataset<Row> rows, Epoch epoch) {
      throw new IllegalStateException("a test wrote to the real world");
    }
  }
}
