package dev.sluice.plan.check;

import dev.sluice.connect.ResourceId;
import dev.sluice.connect.Sink;
import dev.sluice.connect.Source;
import dev.sluice.connect.WriteMode;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Read;
import dev.sluice.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the sinks that would destroy what is read, or what another sink writes. What a source reads
 * and a sink writes may be asked with or without a session.
 */
public final class TargetConflicts {

  private final Plan plan;
  private final Function<Source<?>, Set<ResourceId>> reads;
  private final Function<Sink<?>, Set<ResourceId>> writes;

  /** Of a plan, by what its sources read and its sinks write. */
  public TargetConflicts(
      Plan plan,
      Function<Source<?>, Set<ResourceId>> reads,
      Function<Sink<?>, Set<ResourceId>> writes) {
    this.plan = plan;
    this.reads = reads;
    this.writes = writes;
  }

  /** The problems of a sink; those with another sink are told at the later one. */
  public List<Problem> of(PlanSink sink) {
    List<Problem> problems = new ArrayList<>();
    Set<ResourceId> targets = writes.apply(sink.sink());
    for (PlanSink other : plan.sinks().subList(0, plan.sinks().indexOf(sink))) {
      conflict(writes.apply(other.sink()), targets)
          .ifPresent(
              conflict -> problems.add(
                  problem(
                      sink,
                      "it writes where sink '%s' (%s) writes too: %s. Give each a place of its own"
                          .formatted(
                              OneLine.of(other.name()),
                              other.site(),
                              conflict.target().name()))));
    }
    if (sink.sink().mode() instanceof WriteMode.Overwrite) {
      for (PlanNode stage : plan.stages()) {
        if (stage.verb() instanceof Read read) {
          conflict(reads.apply(read.source()), targets)
              .ifPresent(
                  conflict -> problems.add(
                      problem(
                          sink,
                          "it would overwrite what source '%s' (%s) reads: %s. Write to another place"
                              .formatted(
                                  OneLine.of(stage.name()), stage.site(), conflict.how()))));
        }
      }
    }
    return problems;
  }

  private record Conflict(ResourceId target, String how) {}

  private static Optional<Conflict> conflict(Set<ResourceId> others, Set<ResourceId> targets) {
    return targets.stream()
        .flatMap(target -> others.stream()
            .flatMap(other -> ResourceId.conflict(other, target).stream())
            .map(how -> new Conflict(target, how)))
        .findFirst();
  }

  private static Problem problem(PlanSink sink, String message) {
    return new Problem(sink.name(), sink.site(), message);
  }
}
