package dev.sluice.testkit.stream;

import dev.sluice.Pipeline;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.query.StreamQueries;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one driver runs of a pipeline: all of it, or one of its queries where a stream of it is two.
 * They share nothing but what their sources give, so a driver for each shows what both do.
 *
 * @param sinks the names of its sinks
 * @param sources the names of the sources that it follows
 * @param isWhole whether that is all of the pipeline
 */
public record DrivenPart(List<String> sinks, Set<String> sources, boolean isWhole) {

  /** Copies the collections. */
  public DrivenPart {
    sinks = List.copyOf(sinks);
    sources = Set.copyOf(sources);
  }

  /** The parts of a pipeline. */
  public static List<DrivenPart> of(Pipeline pipeline) {
    List<Plan> plans = StreamQueries.plans(pipeline.plan());
    return plans.stream().map(plan -> of(plan, plans.size() == 1)).toList();
  }

  private static DrivenPart of(Plan plan, boolean isWhole) {
    return new DrivenPart(
        plan.sinks().stream().map(PlanSink::name).toList(),
        StreamCut.of(plan).followed().stream().map(PlanNode::name).collect(Collectors.toSet()),
        isWhole);
  }

  /** Leaves this part to a driver that has not started. */
  public StreamDriver of(StreamDriver driver) {
    return isWhole ? driver : driver.onlySinks(sinks.toArray(String[]::new));
  }
}
