package dev.sluice.spark;

import dev.sluice.io.Sink;
import dev.sluice.io.SinkCapability;
import dev.sluice.io.Written;
import dev.sluice.plan.RecordType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A sink whose rows, capabilities and behaviour a test decides. */
final class Gathered<T extends Record> implements Sink<T> {

  private final Class<T> type;
  private final Set<SinkCapability> capabilities;
  private final Consumer<Dataset<Row>> before;
  private final List<T> rows = Collections.synchronizedList(new ArrayList<>());
  private final List<Dataset<Row>> writes = Collections.synchronizedList(new ArrayList<>());

  private Gathered(Class<T> type, Set<SinkCapability> capabilities, Consumer<Dataset<Row>> before) {
    this.type = type;
    this.capabilities = capabilities;
    this.before = before;
  }

  /** Adds what is written to what it has. */
  static <T extends Record> Gathered<T> adding(Class<T> type) {
    return new Gathered<>(type, Set.of(SinkCapability.APPEND), rows -> {});
  }

  /** Replaces what it has. */
  static <T extends Record> Gathered<T> replacing(Class<T> type) {
    return new Gathered<>(type, Set.of(SinkCapability.OVERWRITE), rows -> {});
  }

  /** Calls this in each write before it asks for the rows. */
  static <T extends Record> Gathered<T> calling(Class<T> type, Consumer<Dataset<Row>> before) {
    return new Gathered<>(type, Set.of(SinkCapability.APPEND), before);
  }

  List<T> rows() {
    return List.copyOf(rows);
  }

  int timesWritten() {
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
  public Set<SinkCapability> capabilities() {
    return capabilities;
  }

  @Override
  public Written write(Dataset<Row> written) {
    writes.add(written);
    before.accept(written);
    List<T> collected = RecordRows.collect(written, type);
    if (capabilities.contains(SinkCapability.OVERWRITE)) {
      rows.clear();
    }
    rows.addAll(collected);
    return Written.to(description());
  }
}
