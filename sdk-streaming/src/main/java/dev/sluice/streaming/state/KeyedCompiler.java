package dev.sluice.streaming.state;

import dev.sluice.PipelineException;
import dev.sluice.annotation.Internal;
import dev.sluice.plan.EventTimes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.RecordComponentType;
import dev.sluice.spark.bridge.EncoderBridge;
import dev.sluice.spark.compile.VerbCompiler;
import dev.sluice.spark.compile.VerbInputs;
import dev.sluice.spark.rows.Columns;
import dev.sluice.streaming.bridge.OneEventTime;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.StructType;

/** Spark's operators with state for a stream, and its groups for a batch. */
@Internal
public final class KeyedCompiler implements VerbCompiler<KeyedRows> {

  /** A compiler. */
  public KeyedCompiler() {}

  @Override
  public Dataset<Row> compile(KeyedRows verb, VerbInputs in) {
    return compile(verb.body(), verb, in);
  }

  private static <K, T, S, R> Dataset<Row> compile(
      KeyedBody<K, T, S, R> body, KeyedRows verb, VerbInputs in) {
    Optional<RecordComponentType> time = time(verb, in.stage());
    // what happened at no moment has no place in time
    Dataset<Row> timed =
        time.map(column -> in.rows().filter(Columns.named(column).isNotNull())).orElse(in.rows());
    Column[] keys = keys(verb, in);
    StructType keyed = timed.select(keys).schema();
    Dataset<Row> rows = withOneTime(withReads(timed, verb, in), in.stage());
    KeyedTask<K, T, S, R> task = task(body, verb, in.stage(), rows.schema());
    requireSerializable(task, in.stage());
    Encoder<Row> encoder = EncoderBridge.rows(rows.schema());
    Encoder<Row> out = EncoderBridge.rows(body.out().schema(rows.schema()));
    KeyValueGroupedDataset<Row, Row> groups =
        rows.groupBy(keys).as(EncoderBridge.rows(keyed), encoder);
    if (rows.isStreaming()) {
      return groups.transformWithState(
          new KeyedProcessor<>(task, rows.schema()),
          verb.basis().mode(),
          OutputMode.Append(),
          out);
    }
    KeyedGroups<K, T, S, R> all = new KeyedGroups<>(task);
    return time
        .map(column -> groups.flatMapSortedGroups(new Column[]{Columns.named(column)}, all, out))
        .orElseGet(() -> groups.flatMapGroups(all, out));
  }

  /** What the executors have to know. */
  static <K, T, S, R> KeyedTask<K, T, S, R> task(
      KeyedBody<K, T, S, R> body, KeyedRows verb, PlanNode stage, StructType rows) {
    return new KeyedTask<>(
        "stage '%s' (%s)".formatted(stage.name(), stage.site().frame()),
        body.function(),
        verb.basis(),
        timePosition(verb, stage),
        verb.forgetAfter()
            .map(duration -> duration.dividedBy(ChronoUnit.MICROS.getDuration()))
            .orElse(Moments.NEVER),
        verb.key().codec(verb.column(stage)),
        body.rows().codec(),
        body.state().codec(),
        body.out().codec(),
        Kept.schema(body.state().schema(rows)));
  }

  /** Where in a row its time stands; -1 without event time. */
  static int timePosition(KeyedRows verb, PlanNode stage) {
    return time(verb, stage).map(stage.input().record().components()::indexOf).orElse(-1);
  }

  private static Optional<RecordComponentType> time(KeyedRows verb, PlanNode stage) {
    return verb.basis().isEventTime()
        ? EventTimes.into(stage).flatMap(stage.input().record()::component)
        : Optional.empty();
  }

  private static Dataset<Row> withReads(Dataset<Row> rows, KeyedRows verb, VerbInputs in) {
    if (verb.reads().isEmpty()) {
      return rows;
    }
    List<Column> columns = new ArrayList<>();
    in.stage().input().record().components().forEach(c -> columns.add(Columns.named(c)));
    for (ExprNode read : verb.reads()) {
      columns.add(in.column(read).as("__read" + columns.size()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  /** Rows of a join have the times of both sides, and an order may read one again. */
  private static Dataset<Row> withOneTime(Dataset<Row> rows, PlanNode stage) {
    return EventTimes.into(stage)
        .flatMap(stage.input().record()::component)
        .map(time -> OneEventTime.of(rows, time.column()))
        .orElse(rows);
  }

  private static Column[] keys(KeyedRows verb, VerbInputs in) {
    Column[] keys = new Column[verb.keys().size()];
    for (int i = 0; i < keys.length; i++) {
      Column value = in.column(verb.keys().get(i));
      keys[i] = verb.key().column(i).map(value::as).orElse(value);
    }
    return keys;
  }

  /** Spark would say so too, but not of which stage. */
  private static void requireSerializable(KeyedTask<?, ?, ?, ?> task, PlanNode stage) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(task);
    } catch (IOException e) {
      throw new PipelineException(
          stage.name(),
          List.of(
              stage.problem(
                  "its function cannot be sent to the executors, because what it captures cannot: %s. Use a static method, or values that are java.io.Serializable"
                      .formatted(e))));
    }
  }
}
