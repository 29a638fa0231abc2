package dev.sluice.testkit.stream;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.run.RunReport;
import dev.sluice.streaming.Streaming;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.testkit.bridge.ManualTime;
import dev.sluice.testkit.bridge.StreamInternals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Runs a pipeline as a stream, in the steps of a test: rows come when they are pushed, time and
 * watermarks move when the test says so, and each method returns when the stream has done what there
 * was to do. So the same test gives the same epochs each time, without waiting.
 *
 * <pre>{@code
 * StreamDriver driver = kit.stream(auction);
 * StreamSource<Bid> bids = driver.source("bids", Bid.class);
 * StreamSink<Minute> minutes = driver.sink("minutes", Minute.class);
 *
 * bids.push(new Bid("a", 1.0, NOON), new Bid("a", 3.0, NOON.plusSeconds(30)));
 * driver.advanceWatermarkTo(NOON.plusSeconds(60));
 *
 * assertThat(minutes).hasRows(new Minute(NOON, "a", 2, 2.0));
 * }</pre>
 *
 * <p>Sources that a stream follows are replaced by the rows of the test, and sinks by memory, both by
 * name; everything in between is the pipeline as it is, and Spark's own engine runs it. Sources that
 * are tables stay what they are.
 *
 * <p>The stream starts with the first step. A driver of a {@code SparkKit} that JUnit injects is
 * closed after the test. One thread at a time may use it.
 */
public final class StreamDriver implements AutoCloseable {

  /** What time it is for a stream when it starts first. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** After this no window is open: the last second of the year 9999. */
  static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private final SparkSession spark;
  private final Path checkpoints;
  private final ManualTime time = new ManualTime(START);
  private final CrashPlan crash = new CrashPlan();
  private final DrivenPipeline pipeline;
  private Optional<DrivenRun> run = Optional.empty();
  private ToldEpochs told = new ToldEpochs();

  private StreamDriver(Pipeline pipeline, SparkSession spark, Path checkpoints) {
    this.pipeline = new DrivenPipeline(pipeline, crash);
    this.spark = spark;
    this.checkpoints = checkpoints;
  }

  /**
   * A driver that has not yet started.
   *
   * @param checkpoints an empty directory for what the stream keeps
   * @throws dev.sluice.PipelineException if the pipeline cannot run as a stream
   */
  public static StreamDriver of(Pipeline pipeline, SparkSession spark, Path checkpoints) {
    Streaming.of(pipeline).ephemeral().validate();
    return new StreamDriver(pipeline, StreamInternals.quick(spark), checkpoints);
  }

  /**
   * The rows that a source of the pipeline gives.
   *
   * @param name the name of its stage
   * @param type the record of its rows
   * @throws IllegalArgumentException if the pipeline follows no such source; it lists those it does
   */
  public <T extends Record> StreamSource<T> source(String name, Class<T> type) {
    return pipeline.source(name, type);
  }

  /** Pushes rows to the source that a stage is; see {@link #source}. */
  @SafeVarargs
  @SuppressWarnings({"unchecked", "varargs"}) // the record is that of the stage; read only
  public final <T extends Record> StreamDriver push(Stage<T> source, T... rows) {
    Class<T> type = (Class<T>) source.node().origin().record();
    source(source.node().name(), type).push(Arrays.asList(rows));
    return this;
  }

  /**
   * What a sink of the pipeline gets. Rejected rows are in the sink {@code "quarantine"}, if the
   * pipeline has one.
   *
   * @param name the name of the sink
   * @param type the record of its rows
   * @throws IllegalArgumentException if the pipeline has no such sink, or keeps it; it lists those
   *     there are
   */
  public <T extends Record> StreamSink<T> sink(String name, Class<T> type) {
    return pipeline.sink(name, type);
  }

  /**
   * Lets sinks write where the pipeline says, in place of being captured.
   *
   * @param names of the sinks
   * @throws IllegalStateException if the stream has started
   * @throws IllegalArgumentException if there is no such sink, or it cannot take a stream
   */
  public StreamDriver keepingSinks(String... names) {
    requireNotStarted("keepingSinks");
    List.of(names).forEach(pipeline::keep);
    return this;
  }

  /**
   * Leaves all other sinks out, and with them what only they need.
   *
   * @param names of the sinks that stay
   * @throws IllegalStateException if the stream has started
   * @throws IllegalArgumentException if there is no such sink
   */
  public StreamDriver onlySinks(String... names) {
    requireNotStarted("onlySinks");
    pipeline.choose(Set.of(names));
    return this;
  }

  /** Lets the stream take all rows that were pushed, in one epoch, and do what follows of them. */
  public StreamDriver process() {
    start();
    pipeline.deliver();
    settle();
    return this;
  }

  /**
   * Takes all rows that were pushed, and then moves the watermark as if newer rows had come: rows
   * that happened before are late now, and what waits for them comes out. No row is needed for
   * that, so none reaches a sink or a count. Rows that move it further by themselves still do.
   *
   * @param time to the millisecond
   * @throws IllegalArgumentException if the watermark is there already: it never goes back
   * @throws IllegalStateException if nothing in the pipeline waits for event time
   */
  public StreamDriver advanceWatermarkTo(Instant time) {
    if (!pipeline.waitsForEventTime()) {
      throw new IllegalStateException(
          "no stage of pipeline '%s' waits for event time, so a watermark changes nothing"
              .formatted(pipeline.name()));
    }
    start();
    if (!time.isAfter(running().watermark())) {
      throw new IllegalArgumentException(
          "the watermark is at %s already, it cannot be moved to %s"
              .formatted(running().watermark(), time));
    }
    if (!pipeline.hasWaiting()) {
      // it moves at the end of an epoch
      pipeline.deliverNothing();
    }
    running().moveWatermark(time);
    return process();
  }

  /** Takes all rows that were pushed, and closes every window: no row can come after that. */
  public StreamDriver advanceWatermarkToEnd() {
    return advanceWatermarkTo(END_OF_TIME);
  }

  /** Takes all rows that were pushed, and closes every window, if there are any. */
  public StreamDriver finish() {
    return pipeline.waitsForEventTime() ? advanceWatermarkToEnd() : process();
  }

  /**
   * Takes all rows that were pushed, and then lets time go by, for timers and what else looks at the
   * clock.
   *
   * @param by positive; to the millisecond
   */
  public StreamDriver advanceProcessingTime(Duration by) {
    if (by.toMillis() <= 0) {
      throw new IllegalArgumentException("time goes on, by a millisecond at least, not by " + by);
    }
    process();
    running().look(by);
    settle();
    return this;
  }

  /** What time it is for the stream; each step takes some milliseconds of it. */
  public Instant now() {
    return time.now();
  }

  /** Rows that happened before are late; empty as long as there is none. */
  public Optional<Instant> watermark() {
    return run.map(DrivenRun::watermark).filter(at -> at.isAfter(Instant.EPOCH));
  }

  /**
   * Stops the stream and starts it again from its checkpoint, as after a deployment. What an epoch
   * in hand lost comes again.
   */
  public StreamDriver restart() {
    stop();
    start();
    settle();
    return this;
  }

  /**
   * Stops the stream and starts another definition of the pipeline from its checkpoint. Sources and
   * sinks are found by their names, and the checkpoint by that of the pipeline.
   *
   * @throws dev.sluice.PipelineException if it cannot run as a stream
   */
  public StreamDriver restart(Pipeline other) {
    Streaming.of(other).ephemeral().validate();
    stop();
    pipeline.define(other);
    return restart();
  }

  /**
   * Takes the rows that were pushed and breaks down at a point of that epoch; {@link #restart()} goes
   * on.
   *
   * <pre>{@code
   * bids.push(new Bid("a", 1.0, NOON));
   * driver.crash(AFTER_SINKS).restart();
   * assertThat(all).hasRows(new Bid("a", 1.0, NOON));   // though it was delivered twice
   * }</pre>
   *
   * @throws IllegalStateException if there is no epoch that could crash: push rows before
   */
  public StreamDriver crash(CrashPoint point) {
    start();
    pipeline.deliver();
    crash.arm(point);
    DrivenRun running = running();
    boolean had = running.look(DrivenQuery.TICK);
    crash.disarm();
    if (running.isActive()) {
      if (!had) {
        throw new IllegalStateException("there is no epoch that could crash: push rows before");
      }
      long epoch = running.epoch();
      stop();
      new DrivenCheckpoint(checkpoints.resolve(pipeline.name()).resolve("stream")).forget(epoch);
    } else {
      run = Optional.empty();
      running.failUnlessCrashed();
    }
    return this;
  }

  /** What the last epoch of this start did; empty before the first. */
  public Optional<StreamProgress> progress() {
    awaitTold();
    return run.flatMap(DrivenRun::progress);
  }

  /**
   * What the one stage that remembers something keeps for the next epoch, as Spark's state data source
   * reads it from the checkpoint: the columns {@code key}, {@code value} and {@code partition_id}.
   *
   * @throws IllegalStateException if no stage of the pipeline remembers anything, or several do: read
   *     theirs from {@link #checkpoint()}
   */
  public Dataset<Row> state() {
    int remembering = pipeline.remembering().size();
    if (remembering != 1) {
      throw new IllegalStateException(
          "pipeline '%s' has %d stages that remember something, not one"
              .formatted(pipeline.name(), remembering));
    }
    start();
    return spark.read().format("statestore").load(checkpoint());
  }

  /** Where the stream keeps its checkpoint, as a path for Spark. */
  public String checkpoint() {
    return "%s/%s/stream".formatted(ScratchFiles.path(checkpoints), pipeline.name());
  }

  /** How many groups of late rows this start left out, as Spark counts them. */
  public long lateRows() {
    awaitTold();
    return told.lateRows();
  }

  /** What all epochs of this start did together, as reports of runs tell it. */
  public RunReport report() {
    start();
    awaitTold();
    return running().report();
  }

  /** Stops the stream; nothing if it does not run. */
  @Override
  public void close() {
    stop();
  }

  @Override
  public String toString() {
    return "driver of pipeline '%s'".formatted(pipeline.name());
  }

  private void start() {
    if (run.isPresent()) {
      return;
    }
    told = new ToldEpochs();
    run =
        Optional.of(
            DrivenRun.start(
                pipeline.driven(),
                spark,
                ScratchFiles.path(checkpoints),
                new DrivenQuery(time, crash),
                told));
    running().awaitSleep();
    failIfEnded();
  }

  private DrivenRun running() {
    return run.orElseThrow();
  }

  private void awaitTold() {
    run.ifPresent(DrivenRun::awaitTold);
  }

  private void stop() {
    run.ifPresent(DrivenRun::stop);
    run = Optional.empty();
  }

  private void settle() {
    running().settle();
    failIfEnded();
  }

  /** Throws what the stream failed with. */
  private void failIfEnded() {
    DrivenRun running = running();
    if (!running.isActive()) {
      run = Optional.empty();
      running.failWithCause();
      throw new IllegalStateException(this + " has ended");
    }
  }

  private void requireNotStarted(String method) {
    if (run.isPresent()) {
      throw new IllegalStateException(
          "the stream has started: call %s(…) before the first step".formatted(method));
    }
  }
}
