package dev.sluice.plan.verb;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a store is asked.
 *
 * @param rows rows of a partition whose keys are asked together, each different key once
 * @param inFlight batches of a partition that are asked at the same time
 * @param timeout how long an answer may take
 */
public record LookupBatches(int rows, int inFlight, Duration timeout) implements Serializable {

  /** What is not set. */
  public static final LookupBatches DEFAULT = new LookupBatches(500, 2, Duration.ofSeconds(30));

  List<Problem> problems(PlanNode stage) {
    return Stream.of(
        rows < 1 ? "a batch of a lookup has 1 row or more, not " + rows : "",
        inFlight < 1 ? "at least 1 batch of a lookup is in flight, not " + inFlight : "",
        timeout.isNegative() || timeout.isZero()
            ? "the timeout of a lookup must be positive, not " + timeout
            : "")
        .filter(problem -> !problem.isEmpty())
        .map(stage::problem)
        .toList();
  }
}
