package dev.sluice;

import dev.sluice.connect.Sink;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Union;
import dev.sluice.quality.Rejected;
import java.util.ArrayList;
import java.util.List;

/** One sink for everything that the stages of a pipeline reject. */
record Quarantine(Sink<Rejected> sink, CallSite site) {

  /** The plan with a union of all rejected rows that go nowhere else. */
  Plan into(Plan plan) {
    List<PlanNode> collected =
        plan.stages().stream()
            .filter(stage -> stage.is(Rejects.class))
            .map(PlanNode::input)
            .toList();
    List<PlanNode> rejects =
        plan.stages().stream()
            .filter(stage -> stage.verb().rejects() && !collected.contains(stage))
            .<PlanNode>map(
                stage -> new PlanNode(
                    new Origin("rejected by " + stage.name(), Rejected.class, stage.site()),
                    new Rejects(),
                    stage))
            .toList();
    if (rejects.isEmpty()) {
      return plan;
    }
    PlanNode all =
        rejects.size() == 1
            ? rejects.get(0)
            : new PlanNode(new Origin("quarantine", Rejected.class, site), new Union(), rejects);
    List<PlanSink> sinks = new ArrayList<>(plan.sinks());
    sinks.add(new PlanSink("quarantine", all, sink, site));
    return new Plan(plan.name(), plan.sources(), sinks);
  }
}
