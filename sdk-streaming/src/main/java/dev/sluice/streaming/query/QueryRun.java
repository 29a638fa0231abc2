package dev.sluice.streaming.query;

import dev.sluice.PipelineException;
import dev.sluice.connect.Epoch;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.run.RunReport;
import dev.sluice.spark.run.EpochRunner;
import dev.sluice.spark.run.StreamCounts;
import dev.sluice.streaming.bridge.EpochCounts;
import dev.sluice.streaming.bridge.KeptEpoch;
import dev.sluice.streaming.bridge.LateEvents;
import dev.sluice.streaming.bridge.LocalRows;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.checkpoint.Claim;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.streaming.state.KeyedRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** One query of a stream: it hands its rows to an execution of the plan for each epoch. */
final class QueryRun implements StreamQuery {

  /** Where Spark keeps the id of the query on the thread that runs its epochs. */
  private static final String QUERY_ID = "sql.streaming.queryId";

  private final QueryPlan query;
  private final StreamCut cut;
  private final EpochRunner runner;
  private final StreamCounts counts;
  private final Drain drain = new Drain();
  private final EpochReports reports;
  private final QueryStart start;
  private final boolean looks;
  private final LateRows late = new LateRows();
  private final StaticRows tables;
  private EpochRows rows;
  private final CompletableFuture<StreamingQuery> started = new CompletableFuture<>();
  private StreamingQuery running;
  private Claim checkpoint;

  QueryRun(
      QueryPlan query,
      SparkSession spark,
      StreamOptions options,
      EpochReports reports,
      QueryStart start) {
    this.query = query;
    this.start = start;
    this.cut = query.cut();
    this.tables = new StaticRows(cut);
    this.runner = new EpochRunner(query.plan(), spark, options.run());
    this.counts = new StreamCounts(cut.plan().stages());
    this.reports = reports;
    this.looks = KeyedRows.needClock(query.plan());
  }

  @Override
  public void processAllAvailable() {
    if (looks) {
      ClockLooks.await(running);
    } else {
      running.processAllAvailable();
    }
  }

  @Override
  public QueryPlan plan() {
    return query;
  }

  @Override
  public StreamingQuery spark() {
    return running;
  }

  @Override
  public void committed(StreamingQueryProgress epoch) {
    reports.counted(counts.reports(epoch.observedMetrics()));
  }

  @Override
  public OptionalLong late(StreamingQueryProgress step) {
    return counts.late(step.observedMetrics());
  }

  @Override
  public void start(SparkSession spark, Claim held, Trigger trigger)
      throws TimeoutException {
    checkpoint = held;
    List<Dataset<Row>> streams =
        StreamRows.of(
            cut,
            spark,
            held.byName(),
            counts,
            late,
            tables.before(spark));
    rows = new EpochRows(cut.given(), streams.stream().map(Dataset::schema).toList());
    try {
      Dataset<Row> together = EpochRows.together(streams);
      QueryStart.Query ready =
          new QueryStart.Query(
              query.shownAs(),
              held.directory(),
              held.byName() ? SourceNames.apart(together) : together,
              OutputModes.of(cut),
              SparkTriggers.of(looks ? ClockLooks.pacing(trigger) : trigger),
              this::epoch);
      running =
          SourceNames.starting(spark, held.byName(), held.toTell(), () -> start.start(ready));
      started.complete(running);
    } catch (TimeoutException | RuntimeException | Error e) {
      started.completeExceptionally(e);
      throw e;
    }
  }

  private void epoch(Dataset<Row> epoch, long id) {
    drain.begin();
    try {
      checkpoint.lease().confirm();
      beginLate();
      reports.finished(query.name(), id, runInHand(start.inHand(epoch), id));
    } finally {
      drain.finish(id);
    }
  }

  /** Late rows are those of the watermark of this epoch, whoever computes them first. */
  private void beginLate() {
    if (cut.looksForLateRows()) {
      // the first epoch may begin before Spark has told that the query runs
      late.begin(LateEvents.watermarkMillis(started.join()));
    }
  }

  private RunReport runInHand(Dataset<Row> epoch, long id) {
    if (LocalRows.are(epoch)) {
      requireWithinLimits();
      return run(epoch, id);
    }
    return needsAllRows() || !rows.isAlone() ? runKept(epoch, id) : run(epoch, id);
  }

  /** What is read by several would else be computed by each, with what is remembered. */
  private RunReport runKept(Dataset<Row> epoch, long id) {
    try (KeptEpoch kept = new KeptEpoch(epoch)) {
      if (counts.haveLimits()) {
        kept.computeRest();
      }
      requireWithinLimits();
      RunReport report = run(kept.rows(), id);
      if (needsAllRows()) {
        // a sink may leave an epoch alone that it has, or read only some of its rows
        kept.computeRest();
      }
      return report;
    }
  }

  /** Of rows that were rejected before the cut; behind it the execution of the epoch looks. */
  private void requireWithinLimits() {
    if (!counts.haveLimits()) {
      return;
    }
    List<Problem> problems = counts.beyondLimits(EpochCounts.of(started.join()));
    if (!problems.isEmpty()) {
      throw new PipelineException(query.plan().name(), problems);
    }
  }

  /** State and watermark are those of rows that were computed, whoever wanted them. */
  private boolean needsAllRows() {
    return cut.remembers() || cut.looksForLateRows();
  }

  private RunReport run(Dataset<Row> epoch, long number) {
    SparkSession own = epoch.sparkSession();
    String id = own.sparkContext().getLocalProperty(QUERY_ID);
    String stream =
        "%s/%s/%s".formatted(query.plan().name(), query.name(), id);
    Map<PlanNode, Dataset<Row>> given = new HashMap<>(rows.apart(epoch));
    given.putAll(tables.behind(own));
    return runner.run(new Epoch(stream, number), own, given);
  }

  @Override
  public void drain() throws InterruptedException, TimeoutException {
    drain.end(running);
  }

  @Override
  public void giveUp() throws InterruptedException, TimeoutException {
    drain();
  }

  @Override
  public void release() {
    tables.close();
  }

  @Override
  public void askToDrain() {
    drain.ask();
  }

  @Override
  public void stop() throws TimeoutException {
    drain.ask();
    runner.cancel("the stream was stopped");
    if (running != null) {
      running.stop();
    }
  }
}
