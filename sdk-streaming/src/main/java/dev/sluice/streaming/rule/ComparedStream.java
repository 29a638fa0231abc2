package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Except;
import dev.sluice.plan.verb.Intersect;
import java.util.stream.Stream;

/** Whole rows of a stream that are compared with all rows of another stage. */
final class ComparedStream implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-010",
        "intersect(…) or except(…) compares all rows of a stream",
        "each row would be kept for ever",
        "compare keys with a table by semiJoin(…) or antiJoin(…)");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed()
        .filter(stage -> stage.is(Intersect.class) || stage.is(Except.class))
        .map(
            stage -> code().at(
                stage, "%s compares whole rows of a stream".formatted(stage.verb().name())));
  }
}
