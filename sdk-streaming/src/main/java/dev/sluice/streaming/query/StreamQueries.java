package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import java.util.List;

/** The queries that a stream of a plan is. */
public final class StreamQueries {

  private StreamQueries() {}

  /**
   * The plan of each query, unless its sinks are asked to be apart: one as a rule; two where groups
   * that are never final come beside rows that wait until they are.
   *
   * <pre>{@code
   * StreamQueries.plans(plan).size()      // 2, of totals for ever beside windows
   * }</pre>
   */
  public static List<Plan> plans(Plan plan) {
    return QueryPlan.of(plan, StreamOptions.DEFAULT).stream().map(QueryPlan::plan).toList();
  }
}
