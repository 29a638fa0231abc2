package dev.sluice.streams.rules;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.Sink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A sink of epochs that says what a test wants, and is never written. */
record TestSink<T extends Record>(
    Class<T> type, WriteMode mode, Set<ResourceId> writes, Delivery delivery)
    implements EpochSink<T> {

  TestSink(Class<T> type, WriteMode mode, Set<ResourceId> writes) {
    this(type, mode, writes, Delivery.EXACTLY_ONCE);
  }

  static <T extends Record> Sink<T> append(Class<T> type) {
    return new TestSink<>(type, WriteMode.append(), Set.of());
  }

  static <T extends Record> Sink<T> repeating(Class<T> type) {
    return new TestSink<>(type, WriteMode.append(), Set.of(), Delivery.AT_LEAST_ONCE);
  }

  static <T extends Record> Sink<T> upsert(Class<T> type, String... key) {
    return new TestSink<>(type, WriteMode.upsert(key), Set.of());
  }

  static <T extends Record> Sink<T> overwrite(Class<T> type) {
    return new TestSink<>(type, WriteMode.overwrite(), Set.of());
  }

  static <T extends Record> Sink<T> topic(Class<T> type, String topic) {
    return new TestSink<>(type, WriteMode.append(), Set.of(new ResourceId("topic", topic)));
  }

  @Override
  public String description() {
    return "test of " + type.getSimpleName();
  }

  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    throw new AssertionError("nothing is to be written");
  }

  /** A sink that takes whole results only. */
  record Whole<T extends Record>(Class<T> type) implements BatchSink<T> {

    @Override
    public String description() {
      return "whole " + type.getSimpleName();
    }

    @Override
    public WriteMode mode() {
      return WriteMode.append();
    }

    @Override
    public Written write(Dataset<Row> rows) {
      throw new AssertionError("nothing is to be written");
    }
  }
}
