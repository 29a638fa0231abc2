package dev.sluice.streaming.rule;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Union;
import dev.sluice.text.OneLine;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A sink whose rows come from one source in two ways, as in a union of a stage with itself. */
final class SourceReadTwice implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "RTM-006",
        "a sink of a stream in real time gets rows of one source in two ways",
        "Spark refuses the query, which may read a source once",
        "say it with one stage that makes both, or give each part a sink of its own");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.cut().plan().sinks().stream()
        .filter(sink -> !isQuarantine(sink))
        .flatMap(sink -> problems(plan, sink));
  }

  /** Each stage that rejects gets a query of its own. */
  private static boolean isQuarantine(PlanSink sink) {
    return sink.stage().is(Union.class)
        && sink.stage().inputs().stream().allMatch(input -> input.is(Rejects.class));
  }

  private Stream<Problem> problems(StreamPlan plan, PlanSink sink) {
    return plan.cut().followed().stream()
        .filter(source -> ways(sink.stage(), source, new HashMap<>()) > 1)
        .map(
            source -> code().at(
                sink,
                "source '%s' (%s) is on two ways to it"
                    .formatted(OneLine.of(source.name()), source.site())));
  }

  /** In how many ways rows come from a source to a stage. */
  private static long ways(PlanNode stage, PlanNode source, Map<PlanNode, Long> known) {
    if (stage.equals(source)) {
      return 1;
    }
    Long ways = known.get(stage);
    if (ways == null) {
      ways = stage.inputs().stream().mapToLong(input -> ways(input, source, known)).sum();
      known.put(stage, ways);
    }
    return ways;
  }
}
