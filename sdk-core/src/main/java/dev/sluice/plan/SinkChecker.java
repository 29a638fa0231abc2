package dev.sluice.plan;

import dev.sluice.io.Sink;
import dev.sluice.io.Source;
import java.util.HashMap;
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
    TargetConflicts conflicts = new TargetConflicts(plan, Source::reads, Sink::writes);
    for (PlanSink sink : plan.sinks()) {
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
      conflicts.of(sink).forEach(problems::add);
    }
  }

  private void add(PlanSink sink, String message) {
    problems.add(new Problem(sink.name(), sink.site(), message));
  }
}
