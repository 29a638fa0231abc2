package dev.sluice;

import dev.sluice.io.Sink;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.PlanSink;
import dev.sluice.quality.Rejected;
import java.util.ArrayList;
import java.util.List;

/** One sink for everything that the stages of a pipeline reject. */
record Quarantine(Sink<Rejected> sink, CallSite site) {

  /** The plan with a union of all rejected rows that go nowhere else. */
  Plan into(Plan plan) {
    List<PlanNode> collected =
        plan.stages().stream()
            .filter(PlanNode.Rejects.class::isInstance)
            .map(PlanNode::input)
            .toList();
    List<PlanNode> rejects =
        plan.stages().stream()
            .filter(stage -> rejects(stage) && !collected.contains(stage))
            .<PlanNode>map(
                stage -> new PlanNode.Rejects(
                    new Origin("rejected by " + stage.name(), Rejected.class, stage.site()),
                    stage))
            .toList();
    if (rejects.isEmpty()) {
      return plan;
    }
    PlanNode all =
        rejects.size() == 1
            ? rejects.get(0)
            : new PlanNode.Union(new Origin("quarantine", Rejected.class, site), rejects);
    List<PlanSink> sinks = new ArrayList<>(plan.sinks());
    sinks.add(new PlanSink("quarantine", all, sink, site));
    return new Plan(plan.name(), plan.sources(), sinks);
  }

  private static boolean rejects(PlanNode stage) {
    return stage instanceof PlanNode.Clean
        || (stage instanceof PlanNode.Read read && read.source().mayReject());
  }
}
