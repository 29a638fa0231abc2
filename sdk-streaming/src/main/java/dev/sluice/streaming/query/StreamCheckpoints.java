package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.checkpoint.Claim;
import dev.sluice.streaming.checkpoint.QueryCheckpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/** The checkpoints of a stream's queries, held while it runs. */
public final class StreamCheckpoints implements AutoCloseable {

  private final Map<String, Claim> held = new LinkedHashMap<>();

  private StreamCheckpoints() {}

  /** Why the checkpoints of a plan cannot be used; nothing is changed. */
  public static List<Problem> problems(Plan plan, SparkSession spark, StreamOptions options) {
    if (options.checkpoints().isEmpty()) {
      return List.of(); // refused before, or in a directory of its own that is yet to be made
    }
    return QueryPlan.of(plan, options).stream()
        .flatMap(query -> checkpoint(query, spark, options).problems().stream())
        .toList();
  }

  /**
   * Takes all of them, or none.
   *
   * @throws dev.sluice.PipelineException if one cannot be used
   */
  static StreamCheckpoints claim(Plan plan, SparkSession spark, StreamOptions options) {
    StreamCheckpoints checkpoints = new StreamCheckpoints();
    String run = UUID.randomUUID().toString().substring(0, 8);
    try {
      for (QueryPlan query : QueryPlan.of(plan, options)) {
        checkpoints.held.put(query.name(), checkpoint(query, spark, options).claim(run));
      }
      return checkpoints;
    } catch (RuntimeException | Error e) {
      checkpoints.close();
      throw e;
    }
  }

  private static QueryCheckpoint checkpoint(
      QueryPlan query, SparkSession spark, StreamOptions options) {
    return QueryCheckpoint.of(
        query.cut(),
        query.path(),
        OutputModes.of(query.cut()).toString(),
        options.checkpoints().orElseThrow(),
        spark);
  }

  Claim of(QueryPlan query) {
    return held.get(query.name());
  }

  @Override
  public void close() {
    held.values().forEach(one -> one.lease().close());
  }
}
