package dev.sluice.streaming.rule;

import dev.sluice.plan.Place;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.state.KeyedRows;
import dev.sluice.text.OneLine;
import java.util.stream.Stream;

/** Event time needed behind a function with state, where Spark's streams lose it. */
final class TimeBehindState implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "TIME-006",
        "a stage behind a function with state needs event time",
        "Spark refuses it, in words about a watermark",
        "do it before, or in a pipeline of its own that reads what this one writes");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .filter(TimeBehindState::needsTime)
        .flatMap(
            stage -> stage.upstream()
                .filter(before -> before != stage && before.is(KeyedRows.class))
                .limit(1)
                .map(
                    before -> code().at(
                        stage,
                        "it needs event time, which a stream does not have behind the function with state of stage '%s' (%s)"
                            .formatted(OneLine.of(before.name()), before.site()))));
  }

  private static boolean needsTime(PlanNode stage) {
    return stage.verb().window().isPresent()
        || stage.verb().expressions().stream().anyMatch(placed -> placed.place() == Place.TIME)
        || stage.verb(KeyedRows.class).filter(KeyedRows::needsEventTime).isPresent();
  }
}
