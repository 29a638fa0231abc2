package dev.sluice.streaming.query;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Read;
import dev.sluice.spark.compile.Observing;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.run.StreamCounts;
import dev.sluice.streaming.bridge.QueryCheck;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.rule.StreamRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * The second opinion on a stream: what Spark itself would say against its queries when they start,
 * for what our rules do not know. Nothing is started.
 */
public final class SparkOpinion {

  private SparkOpinion() {}

  /** What Spark has against the queries of a plan with which our rules have found no problem. */
  public static List<Problem> problems(Plan plan, SparkSession spark, StreamOptions options) {
    SparkSession own = StreamSession.of(spark, plan, options.trigger());
    return QueryPlan.of(plan, options).stream()
        .map(QueryPlan::cut)
        .flatMap(
            cut -> options.realTime().isPresent() ? inRealTime(cut, own) : problems(cut, own))
        .distinct()
        .toList();
  }

  private static Stream<Problem> problems(StreamCut cut, SparkSession spark) {
    List<Dataset<Row>> rows =
        StreamRows.of(
            cut,
            spark,
            false,
            new StreamCounts(cut.plan().stages()),
            new LateRows(),
            stage -> withoutRows(stage, spark));
    return QueryCheck.of(EpochRows.together(rows), OutputModes.of(cut)).stream()
        .map(objection -> problem(objection, cut));
  }

  private static Stream<Problem> inRealTime(StreamCut cut, SparkSession spark) {
    Dataset<Row> rows =
        RealTimeQuery
            .write(cut, spark, false, Observing.NOTHING, stage -> withoutRows(stage, spark))
            .rows();
    return QueryCheck.of(rows, OutputMode.Update()).stream()
        .map(objection -> problem(objection, cut));
  }

  /** What is in a table makes no difference to Spark's opinion, and need not be looked at. */
  private static Optional<Dataset<Row>> withoutRows(PlanNode stage, SparkSession spark) {
    return stage.is(Read.class) && !StreamCut.isFollowed(stage)
        ? Optional.of(spark.createDataFrame(List.of(), RecordSchemas.of(stage.record())))
        : Optional.empty();
  }

  private static Problem problem(QueryCheck objection, StreamCut cut) {
    return cut.before().stream()
        .flatMap(stage -> at(objection, stage))
        .findFirst()
        .orElseGet(() -> ofTheWhole(objection, cut));
  }

  private static Stream<Problem> at(QueryCheck objection, PlanNode stage) {
    return Stream.concat(
        Stream.of(stage.site()), stage.expressions().flatMap(ExprNode::sites))
        .filter(site -> objection.frames().contains(site.frame()))
        .map(site -> StreamRules.refusedBySpark(stage.name(), site, objection.message()));
  }

  /** It speaks of the one stage that remembers, or nobody knows of which. */
  private static Problem ofTheWhole(QueryCheck objection, StreamCut cut) {
    if (cut.remembering().size() == 1) {
      PlanNode stage = cut.remembering().iterator().next();
      return StreamRules.refusedBySpark(stage.name(), stage.site(), objection.message());
    }
    CallSite line =
        cut.plan().sinks().stream()
            .map(PlanSink::site)
            .findFirst()
            .orElseGet(CallSite::unknown);
    return StreamRules.refusedBySpark(cut.plan().name(), line, objection.message());
  }
}
