package dev.sluice.streaming.state;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.Place;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanRule;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.streaming.plan.StreamCut;
import java.util.List;
import java.util.stream.Stream;

/**
 * Spark's streams lose event time in a function with state: what needs it behind one would fail when
 * the stream starts, in words about a watermark.
 */
@Internal
public final class NoTimeBehindState implements PlanRule {

  /** A rule. */
  public NoTimeBehindState() {}

  @Override
  public List<Problem> problems(Plan plan, RunMode mode) {
    return mode == RunMode.STREAMING
        ? plan.stages().stream().flatMap(NoTimeBehindState::problem).toList()
        : List.of();
  }

  private static Stream<Problem> problem(PlanNode stage) {
    return needsTime(stage) && stage.upstream().anyMatch(StreamCut::isFollowed)
        ? stage
            .upstream()
            .filter(before -> before != stage && before.is(KeyedRows.class))
            .limit(1)
            .map(
                before -> stage.problem(
                    "it needs event time, which a stream does not have behind the function with state of stage '%s' (%s): do it before, or in a pipeline of its own that reads what this one writes"
                        .formatted(before.name(), before.site())))
        : Stream.empty();
  }

  private static boolean needsTime(PlanNode stage) {
    return stage.verb().window().isPresent()
        || stage.verb().expressions().stream().anyMatch(placed -> placed.place() == Place.TIME)
        || stage.verb(KeyedRows.class).filter(verb -> verb.basis().isEventTime()).isPresent();
  }
}
