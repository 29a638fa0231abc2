package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Limit;
import java.util.stream.Stream;

/** A number of rows, of a stream. */
final class LimitedStream implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-002",
        "the rows of a stream are limited to a number",
        "nothing comes out any more once they are there",
        "leave limit(…) out, or filter");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Limit.class)
        .map(limit -> code().at(
            limit.stage(),
            "limit(%d) counts all rows of the stream".formatted(limit.verb().rows())));
  }
}
