package dev.sluice.streaming.rule;

import dev.sluice.plan.Problem;
import java.util.stream.Stream;

/** A mistake that can be seen in a plan that is to run as a stream. */
interface StreamRule {

  /** What it is known by. */
  Code code();

  /** Each place where the mistake was made. */
  Stream<Problem> problems(StreamPlan plan);
}
