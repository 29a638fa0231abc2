package dev.sluice.streaming;

import dev.sluice.Engine;
import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.plan.check.PlanValidator;
import dev.sluice.run.RunOptions;
import dev.sluice.streaming.query.RunningStream;
import dev.sluice.streaming.query.StreamCheckpoints;
import dev.sluice.streaming.query.StreamOptions;
import dev.sluice.streaming.run.Restarts;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Runs a pipeline as a stream: the same definition that {@code Pipeline.run} runs as a batch. Sources
 * that can be followed are followed, all others are tables that stay as they are; what comes out goes
 * to each sink epoch by epoch.
 *
 * <pre>{@code
 * StreamingRun run = Streaming.of(p)
 *     .checkpoints("/data/checkpoints")
 *     .trigger(every(Duration.ofSeconds(5)))
 *     .start(spark);
 * run.await();
 * }</pre>
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class Streaming {

  private final Pipeline pipeline;
  private final StreamOptions options;

  private Streaming(Pipeline pipeline, StreamOptions options) {
    this.pipeline = pipeline;
    this.options = options;
  }

  /** Of a pipeline, as soon as there is something new. */
  public static Streaming of(Pipeline pipeline) {
    return new Streaming(pipeline, StreamOptions.DEFAULT);
  }

  private Streaming with(StreamOptions changed) {
    return new Streaming(pipeline, changed);
  }

  /**
   * Where the stream keeps how far it is and what it remembers: {@code <directory>/<pipeline>/stream}
   * for all sinks together. A stream that is started again with the same directory goes on where it
   * was.
   *
   * @param directory a path that all nodes of the cluster can reach
   */
  public Streaming checkpoints(String directory) {
    return with(options.checkpoints(directory));
  }

  /** When it looks for new rows. */
  public Streaming trigger(Trigger trigger) {
    return with(options.trigger(trigger));
  }

  /**
   * Each sink gets a query and a checkpoint of its own, {@code <directory>/<pipeline>/sinks/<sink>}:
   * a slow sink then keeps no other waiting, but each query reads the sources again.
   */
  public Streaming eachSinkAlone() {
    return with(options.eachSinkAlone(true));
  }

  /** How the sinks of an epoch are written, and who is told of each epoch as of a run. */
  public Streaming options(RunOptions run) {
    return with(options.run(run));
  }

  /** Whether it is started again after a failure; not at all unless said. */
  public Streaming restarts(Restarts restarts) {
    return with(options.restarts(restarts));
  }

  /** Tells this listener, too, how the stream goes. */
  public Streaming listener(StreamListener listener) {
    return with(options.listener(listener));
  }

  /**
   * Looks for everything that is wrong with the pipeline in itself as a stream: in milliseconds,
   * without Spark.
   *
   * @throws PipelineException if there is any problem; it lists them all
   */
  public void validate() {
    fail(PlanValidator.problems(pipeline.plan(), RunMode.STREAMING));
  }

  /**
   * Looks for everything that is wrong before anything starts: what {@link #validate} finds, and what
   * only the world knows.
   *
   * @throws PipelineException if there is any problem; it lists them all
   */
  public void check(SparkSession spark) {
    validate();
    List<Problem> problems =
        new ArrayList<>(Engine.installed().check(pipeline.plan(), RunMode.STREAMING, spark));
    problems.addAll(StreamCheckpoints.problems(pipeline.plan(), spark, options));
    fail(problems);
  }

  /**
   * Starts the stream, in threads of its own.
   *
   * @throws PipelineException if {@link #check} finds a problem; nothing has started then
   */
  public StreamingRun start(SparkSession spark) {
    check(spark);
    Plan plan = pipeline.plan();
    return RunningStream.start(plan, spark, options);
  }

  private void fail(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new PipelineException(pipeline.name(), problems);
    }
  }
}
