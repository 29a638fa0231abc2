package dev.sluice.plan.verb;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Operators;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the event times of two rows may be from each other for them to match: the right time is in
 * {@code [left time + from, left time + to]}, both ends included, in elapsed time.
 *
 * @param left when the left row happened
 * @param right when the right row happened
 * @param from how much later than the left row the right one is at least; negative for earlier
 * @param to how much later it is at most
 * @param site where it was written
 */
public record TimeBound(
    ExprNode left, ExprNode right, Duration from, Duration to, CallSite site) {

  /** What is kept for a match has to fit into a store; so far apart is a mistake. */
  private static final Duration LONGEST = Duration.ofDays(36_525);

  /** The same as a condition that rows match by. */
  public ExprNode condition() {
    return call(
        Operators.AND,
        call(Operators.GE, right, after(from)),
        call(Operators.LE, right, after(to)));
  }

  private ExprNode after(Duration later) {
    return call(Operators.ELAPSED_AFTER, left, new Literal(later));
  }

  private ExprNode call(Fn fn, ExprNode a, ExprNode b) {
    return new Call(fn, List.of(a, b), site);
  }

  /** {@code b.at within PT0S to PT5M after a.at}. */
  String text() {
    return "%s within %s to %s after %s"
        .formatted(ExprText.joined(right), from, to, ExprText.joined(left));
  }

  /** What is wrong with its ends. */
  List<Problem> problems(PlanNode stage) {
    Optional<String> order =
        from.compareTo(to) > 0
            ? Optional.of(
                "within(%s, %s) matches nothing: the first must not be longer than the second"
                    .formatted(from, to))
            : Optional.empty();
    return Stream.concat(order.stream(), Stream.of(from, to).flatMap(TimeBound::unusable))
        .map(problem -> stage.problem(site, problem))
        .toList();
  }

  private static Stream<String> unusable(Duration end) {
    if (end.abs().compareTo(LONGEST) > 0) {
      return Stream.of("within(…) takes durations of up to 100 years, not " + end);
    }
    return end.truncatedTo(ChronoUnit.MICROS).equals(end)
        ? Stream.empty()
        : Stream.of("within(…) takes whole microseconds, for times have no more digits: " + end);
  }
}
