package dev.sluice.streaming;

import dev.sluice.Engine;
import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.run.RunOptions;
import dev.sluice.streaming.bridge.RealTimeMode;
import dev.sluice.streaming.query.RealTimeSlots;
import dev.sluice.streaming.query.RunningStream;
import dev.sluice.streaming.query.SparkOpinion;
import dev.sluice.streaming.query.StreamCheck;
import dev.sluice.streaming.query.StreamCheckpoints;
import dev.sluice.streaming.query.StreamOptions;
import dev.sluice.streaming.query.TemporaryCheckpoints;
import dev.sluice.streaming.rule.RealTimeRules;
import dev.sluice.streaming.rule.StreamRules;
import dev.sluice.streaming.run.Restarts;
import dev.sluice.streaming.run.StreamListener;
import dev.sluice.streaming.run.StreamingRun;
import dev.sluice.streaming.run.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(Streaming.class);

  private final Pipeline pipeline;
  private final CallSite site;
  private final StreamOptions options;
  private final StreamCheck check;
  private final boolean ephemeral;

  private Streaming(
      Pipeline pipeline,
      CallSite site,
      StreamOptions options,
      StreamCheck check,
      boolean ephemeral) {
    this.pipeline = pipeline;
    this.site = site;
    this.options = options;
    this.check = check;
    this.ephemeral = ephemeral;
  }

  /** Of a pipeline, as soon as there is something new. */
  public static Streaming of(Pipeline pipeline) {
    return new Streaming(
        pipeline, CallSite.here(), StreamOptions.DEFAULT, StreamCheck.DEFAULT, false);
  }

  private Streaming with(StreamOptions changed) {
    return new Streaming(pipeline, site, changed, check, ephemeral);
  }

  private Streaming with(StreamCheck changed) {
    return new Streaming(pipeline, site, options, changed, ephemeral);
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

  /**
   * Keeps how far the stream is in a temporary directory of this machine, which is deleted when it
   * ends: the next start begins anew. For programs that need nothing else, and for tests.
   */
  public Streaming ephemeral() {
    return new Streaming(pipeline, site, options, check, true);
  }

  /** When it looks for new rows. */
  public Streaming trigger(Trigger trigger) {
    return with(options.trigger(trigger));
  }

  /**
   * Each sink gets a query and a checkpoint of its own, {@code <directory>/<pipeline>/sinks/<sink>}:
   * a slow sink then keeps no other waiting, but each query reads the sources again. The sinks of one
   * {@link dev.sluice.streaming.state.ApplyChanges} stay together, under the name of the first. In
   * real time that is always so.
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
   * Says that what the rules of these codes find is meant so: neither does it stop the stream, nor is
   * it warned of.
   *
   * <pre>{@code
   * Streaming.of(p).accept("STATE-001")      // a total for each of 200 shops, for ever
   * }</pre>
   *
   * @param codes as messages have them
   * @throws IllegalArgumentException if there is no such code, or what it stands for cannot work
   */
  public Streaming accept(String... codes) {
    return with(check.accepting(List.of(codes)));
  }

  /** Refuses what else would be warned of: for streams that nobody watches. */
  public Streaming strict() {
    return with(check.toTheLetter());
  }

  /**
   * What is doubtful with the pipeline in itself as a stream, but does not stop it: found in
   * milliseconds, without Spark. When the stream starts, it is logged and goes into the notes of its
   * report.
   *
   * @return a problem for each doubt, with its code; none with {@link #strict}, which refuses them
   */
  public List<Problem> warnings() {
    return check.warnings(pipeline.plan());
  }

  /**
   * Looks for everything that is wrong with the pipeline in itself as a stream: in milliseconds,
   * without Spark. {@link #warnings} says what is only doubtful.
   *
   * @throws PipelineException if there is any problem; it lists them all
   */
  public void validate() {
    Plan plan = pipeline.plan();
    List<Problem> problems = new ArrayList<>();
    if (options.checkpoints().isEmpty() && !ephemeral) {
      problems.add(StreamRules.noCheckpoints(plan, site));
    }
    problems.addAll(check.problems(plan, options));
    options.realTime().ifPresent(
        interval -> problems.addAll(
            RealTimeRules.of(plan, interval, site, RealTimeMode.ofThisSpark())));
    fail(problems);
  }

  /**
   * Looks for everything that is wrong before anything starts: what {@link #validate} finds, what
   * only the world knows, and what Spark itself would refuse.
   *
   * @throws PipelineException if there is any problem; it lists them all
   */
  public void check(SparkSession spark) {
    validate();
    List<Problem> problems =
        new ArrayList<>(Engine.installed().check(pipeline.plan(), RunMode.STREAMING, spark));
    problems.addAll(StreamCheckpoints.problems(pipeline.plan(), spark, options));
    fail(problems);
    fail(SparkOpinion.problems(pipeline.plan(), spark, options));
    fail(RealTimeSlots.problems(pipeline.plan(), site, spark, options));
  }

  /**
   * Starts the stream, in threads of its own.
   *
   * @throws PipelineException if {@link #check} finds a problem; nothing has started then
   */
  public StreamingRun start(SparkSession spark) {
    check(spark);
    List<String> doubts = warnings().stream().map(Problem::toString).toList();
    doubts.forEach(doubt -> LOG.warn("{}", doubt));
    Plan plan = pipeline.plan();
    if (!ephemeral) {
      return RunningStream.start(plan, spark, options, doubts);
    }
    TemporaryCheckpoints directory = TemporaryCheckpoints.make();
    try {
      return RunningStream.start(plan, spark, directory.within(options), doubts);
    } catch (RuntimeException e) {
      directory.delete();
      throw e;
    }
  }

  private void fail(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new PipelineException(pipeline.name(), problems);
    }
  }
}
