package dev.sluice.streaming.rule;

import dev.sluice.plan.ExprText;
import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.EventTime;
import java.util.stream.Stream;

/** An event time that is another one each time it is computed, such as a clock. */
final class VaryingTime implements StreamRule {

  @Override
  public Code code() {
    return Code.warning(
        "TIME-004",
        "the event time is made up while rows are read, as by a clock",
        "a repeated epoch puts rows into other windows",
        "take a time that is in the rows, such as the timestamp of a message");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(EventTime.class)
        .filter(time -> plan.varying().isVarying(time.verb().column(), time.stage()))
        .map(time -> code().at(
            time.stage(),
            "'%s' is another time each time it is computed"
                .formatted(ExprText.of(time.verb().column()))));
  }
}
