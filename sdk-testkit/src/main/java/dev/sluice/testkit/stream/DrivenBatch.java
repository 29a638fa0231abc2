package dev.sluice.testkit.stream;

import dev.sluice.Engine;
import dev.sluice.Pipeline;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.run.RunOptions;
import dev.sluice.streaming.StreamInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Runs a pipeline as a batch over the rows of a test: the sources that a stream would follow, and all
 * sinks, are replaced as a {@link StreamDriver} replaces them.
 *
 * <pre>{@code
 * DrivenBatch batch = DrivenBatch.run(auction, Map.of("bids", bids), spark);
 * List<Record> minutes = batch.rows("minutes");
 * }</pre>
 */
public final class DrivenBatch {

  private final Map<String, StreamSink<?>> sinks = new HashMap<>();

  private DrivenBatch() {}

  /**
   * Runs it.
   *
   * @param rows the rows of each source that a stream would follow, by its name; none where there is
   *     no entry
   * @throws dev.sluice.run.RunFailedException if it fails
   */
  public static DrivenBatch run(
      Pipeline pipeline, Map<String, ? extends List<? extends Record>> rows, SparkSession spark) {
    DrivenBatch batch = new DrivenBatch();
    CrashPlan never = new CrashPlan();
    Plan plan =
        Rewiring.of(
            pipeline.plan(),
            stage -> input(stage, rows.get(stage.name())),
            sink -> new CapturingSink<>(batch.captured(sink), sink.sink().mode(), never));
    Engine.installed().start(plan, spark, RunOptions.defaults().parallelSinks(1)).await();
    return batch;
  }

  private static StreamInput<?> input(PlanNode stage, List<? extends Record> rows) {
    StreamSource<?> source = new StreamSource<>(stage.origin().record().asSubclass(Record.class));
    if (rows != null) {
      source.pushAll(rows);
      source.deliver();
    }
    return source.input();
  }

  private StreamSink<?> captured(PlanSink sink) {
    return sinks.computeIfAbsent(
        sink.name(), name -> new StreamSink<>(sink.sink().type(), DrivenPipeline.place(sink)));
  }

  /** What a sink got. */
  public List<Record> rows(String sink) {
    return List.copyOf(sinks.get(sink).rows());
  }
}
