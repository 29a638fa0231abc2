package dev.sluice.plan.check;

import dev.sluice.connect.Sink;
import dev.sluice.connect.Source;
import dev.sluice.connect.WriteMode;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Nullability;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanOrder;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.record.RecordType;
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
      if (sink.sink().mode() instanceof WriteMode.Upsert upsert) {
        checkKey(sink, upsert);
      }
      conflicts.of(sink).forEach(problems::add);
    }
  }

  /** A row without a key replaces nothing, so it would be there twice if it is written twice. */
  private void checkKey(PlanSink sink, WriteMode.Upsert upsert) {
    Nullability nullability = new Nullability();
    PlanOrder.of(List.of(sink.stage())).forEach(nullability::neverNull);
    RecordType record = sink.stage().record();
    for (String key : upsert.key()) {
      if (record.component(key).isEmpty()) {
        add(
            sink,
            "the key '%s' is no component of %s, which has %s"
                .formatted(key, record.simpleName(), record.componentNames()));
      } else if (!nullability.neverNull(sink.stage()).contains(key)) {
        add(
            sink,
            "the key '%s' of %s may be NULL, and a row without a key replaces none: fill it, or require that it is not NULL, in a clean stage before"
                .formatted(key, record.simpleName()));
      }
    }
  }

  private void add(PlanSink sink, String message) {
    problems.add(new Problem(sink.name(), sink.site(), message));
  }
}
