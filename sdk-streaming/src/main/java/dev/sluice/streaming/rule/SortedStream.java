package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import dev.sluice.plan.verb.Sort;
import java.util.stream.Stream;

/** An order of all rows. */
final class SortedStream implements StreamRule {

  @Override
  public Code code() {
    return Code.refused(
        "ROWS-001",
        "the rows of a stream are sorted",
        "none could come out before the stream ends",
        "leave sort(…) out, and sort where the rows are read");
  }

  @Override
  public Stream<Problem> problems(StreamPlan plan) {
    return plan.streamed(Sort.class)
        .map(sort -> code().at(sort.stage(), "the first row by an order may be the next to come"));
  }
}
