package dev.sluice.plan;

import dev.sluice.io.ResourceId;
import dev.sluice.io.SinkCapability;
import dev.sluice.plan.PlanNode.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is wrong with the ends of a pipeline, and between them and its beginnings. */
final class SinkChecker {

  private final Plan plan;
  private final ProblemList problems;

  SinkChecker(Plan plan, ProblemList problems) {
    this.plan = plan;
    this.problems = problems;
  }

  void check() {
    if (plan.sinks().isEmpty()) {
      problems.add(
          new Problem(
              plan.name(),
              plan.sources().isEmpty() ? CallSite.unknown() : plan.sources().get(0).site(),
              "no stage has a sink, so the pipeline does nothing: call sink(…) on a stage"));
    }
    Map<String, PlanSink> names = new HashMap<>();
    for (int i = 0; i < plan.sinks().size(); i++) {
      PlanSink sink = plan.sinks().get(i);
      PlanSink first = names.putIfAbsent(sink.name(), sink);
      if (sink.name().isBlank()) {
        add(sink, "a sink needs a name: reports and checkpoints go by it");
      } else if (first != null) {
        add(
            sink,
            "a sink of this name exists already (%s): names must differ".formatted(first.site()));
      }
      if (!sink.sink().type().equals(sink.stage().origin().record())) {
        add(
            sink,
            "the sink takes %s, but the stage gives %s"
                .formatted(sink.sink().type().getSimpleName(), sink.stage().record().simpleName()));
      }
      checkTargets(sink, plan.sinks().subList(0, i));
      checkReads(sink);
    }
  }

  private void checkTargets(PlanSink sink, List<PlanSink> before) {
    for (PlanSink other : before) {
      for (ResourceId mine : sink.sink().writes()) {
        for (ResourceId theirs : other.sink().writes()) {
          ResourceId.conflict(theirs, mine)
              .ifPresent(
                  conflict ->
                      add(
                          sink,
                          "it writes where sink '%s' (%s) writes too: %s. Give each a place of its own"
                              .formatted(other.name(), other.site(), mine.name())));
        }
      }
    }
  }

  private void checkReads(PlanSink sink) {
    if (!sink.sink().capabilities().contains(SinkCapability.OVERWRITE)) {
      return;
    }
    for (PlanNode stage : plan.stages()) {
      if (stage instanceof Read read) {
        for (ResourceId from : read.source().reads()) {
          for (ResourceId to : sink.sink().writes()) {
            ResourceId.conflict(from, to)
                .ifPresent(
                    conflict ->
                        add(
                            sink,
                            "it would overwrite what source '%s' (%s) reads: %s. Write to another place"
                                .formatted(read.name(), read.site(), conflict)));
          }
        }
      }
    }
  }

  private void add(PlanSink sink, String message) {
    problems.add(new Problem(sink.name(), sink.site(), message));
  }
}
