package dev.sluice.plan.check;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Read;

/** Finds the sources and sinks that a batch run cannot use. */
final class BatchChecker {

  private final ProblemList problems;

  BatchChecker(ProblemList problems) {
    this.problems = problems;
  }

  void check(PlanNode stage) {
    if (stage.verb() instanceof Read read && !(read.source() instanceof BoundedSource<?>)) {
      problems.add(
          stage,
          "a batch run reads its sources to their end, and %s has none: take a source that is bounded, or run the pipeline as a stream"
              .formatted(read.source().description()));
    }
  }

  void check(PlanSink sink) {
    if (!(sink.sink() instanceof BatchSink<?>)) {
      problems.add(
          new Problem(
              sink.name(),
              sink.site(),
              "a batch run cannot write to %s, which takes only the batches of a stream: take a sink for batches, or run the pipeline as a stream"
                  .formatted(sink.sink().description())));
    }
  }
}
