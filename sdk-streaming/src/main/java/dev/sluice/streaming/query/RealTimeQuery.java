package dev.sluice.streaming.query;

import dev.sluice.connect.RealTimeSink;
import dev.sluice.connect.RealTimeWrite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.spark.compile.Observing;
import dev.sluice.spark.run.StreamCounts;
import dev.sluice.streaming.bridge.EpochGate;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.checkpoint.Claim;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.run.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/**
 * One sink of a stream in real time: Spark reads, computes and writes row by row, and an epoch is no
 * more than the time between two checkpoints.
 */
final class RealTimeQuery implements StreamQuery {

  private static final long LOOK_MILLIS = 20;

  private final QueryPlan query;
  private final StreamCut cut;
  private final Set<PlanNode> counted;
  private final StreamCounts counts;
  private final StaticRows tables;
  private final EpochReports reports;
  private final Drain drain = new Drain();
  private volatile StreamingQuery running;
  private volatile Claim checkpoint;

  private RealTimeQuery(QueryPlan query, Set<PlanNode> counted, EpochReports reports) {
    this.query = query;
    this.cut = query.cut();
    this.counted = Set.copyOf(counted);
    this.counts = new StreamCounts(query.plan().stages());
    this.tables = new StaticRows(cut);
    this.reports = reports;
  }

  /** The queries of a plan; none is started. A stage that several need is counted by the first. */
  static List<StreamQuery> of(
      Plan plan, SparkSession spark, StreamOptions options, EpochReports reports) {
    Set<PlanNode> known = new HashSet<>();
    List<RealTimeQuery> queries = new ArrayList<>();
    for (QueryPlan query : QueryPlan.of(plan, options)) {
      Set<PlanNode> counted = new HashSet<>(query.plan().stages());
      counted.removeAll(known);
      known.addAll(counted);
      queries.add(new RealTimeQuery(query, counted, reports));
    }
    // one for all: they share the session, and when one ends all do
    EpochGate.set(spark, () -> queries.forEach(RealTimeQuery::confirm));
    return List.copyOf(queries);
  }

  /**
   * What a query is to compute.
   *
   * @param byName whether Spark knows the sources by their names
   * @param counts who counts rows while they pass
   */
  static RealTimeWrite write(
      StreamCut cut,
      SparkSession spark,
      boolean byName,
      Observing counts,
      StreamRows.Tables tables) {
    PlanSink sink = cut.plan().sinks().get(0);
    return ((RealTimeSink<?>) sink.sink())
        .realTime(StreamRows.ofSink(cut, spark, byName, counts, tables));
  }

  /** An epoch of this stream begins. */
  private void confirm() {
    drain.begin();
    Claim held = checkpoint;
    if (held != null) {
      held.lease().confirm();
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
  public void start(SparkSession spark, Claim held, Trigger trigger)
      throws TimeoutException {
    checkpoint = held;
    RealTimeWrite write =
        write(
            cut,
            spark,
            held.byName(),
            (rows, stage, point, first, others) -> counted.contains(stage)
                ? counts.observe(rows, stage, point, first, others)
                : rows,
            tables.before(spark));
    DataStreamWriter<Row> ready =
        write
            .rows()
            .writeStream()
            .format(write.format())
            .options(write.options())
            .queryName(query.shownAs())
            .option("checkpointLocation", held.directory())
            .outputMode(OutputMode.Update())
            .trigger(SparkTriggers.of(trigger));
    running =
        SourceNames.starting(spark, held.byName(), held.toTell(), ready::start);
  }

  @Override
  public void committed(StreamingQueryProgress epoch) {
    reports.finished(
        query.name(),
        epoch.batchId(),
        RealTimeReport.of(query.plan(), cut, counted, counts, epoch));
  }

  @Override
  public OptionalLong late(StreamingQueryProgress step) {
    return OptionalLong.empty();
  }

  @Override
  public void processAllAvailable() {
    running.processAllAvailable();
  }

  @Override
  public void askToDrain() {
    drain.ask();
  }

  /** The next epoch finds the gate closed, and the query ends with the checkpoint of this one. */
  @Override
  public void drain() throws InterruptedException {
    drain.ask();
    while (running.isActive()) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** What waits for its next checkpoint keeps the others from beginning again. */
  @Override
  public void giveUp() throws TimeoutException {
    stop();
  }

  @Override
  public void stop() throws TimeoutException {
    drain.ask();
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public void release() {
    tables.close();
  }
}
