package dev.sluice.streaming.query;

import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.plan.check.PlanValidator;
import dev.sluice.streaming.rule.Code;
import dev.sluice.streaming.rule.StreamRules;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the rules find in a plan, and how much its author minds.
 *
 * @param strict whether a warning is a refusal
 * @param accepted the codes of what is meant so
 */
public record StreamCheck(boolean strict, Set<String> accepted) {

  /** Warnings are warnings, and nothing is accepted. */
  public static final StreamCheck DEFAULT = new StreamCheck(false, Set.of());

  /** Copies the set. */
  public StreamCheck {
    accepted = Set.copyOf(accepted);
  }

  /** The same, with which every warning refuses the stream. */
  public StreamCheck toTheLetter() {
    return new StreamCheck(true, accepted);
  }

  /**
   * The same, which finds nothing of these codes.
   *
   * @throws IllegalArgumentException if a code does not exist, or cannot be accepted
   */
  public StreamCheck accepting(List<String> codes) {
    Set<String> all = new TreeSet<>(accepted);
    for (String id : codes) {
      Code code =
          StreamRules.code(id)
              .orElseThrow(() -> new IllegalArgumentException("no rule has the code " + id));
      if (!code.acceptable()) {
        throw new IllegalArgumentException(
            "%s cannot be accepted, for %s".formatted(id, code.happens()));
      }
      all.add(id);
    }
    return new StreamCheck(strict, all);
  }

  /** With what the stream does not start. */
  public List<Problem> problems(Plan plan, StreamOptions options) {
    Stream<Problem> refused =
        Stream.of(
            PlanValidator.problems(plan, RunMode.STREAMING).stream(),
            ofQueries(plan, options))
            .flatMap(problems -> problems)
            .filter(this::counts);
    return strict
        ? Stream.concat(refused, doubts(plan)).toList()
        : refused.toList();
  }

  /** What it starts with, but its author should know. */
  public List<Problem> warnings(Plan plan) {
    return strict ? List.of() : doubts(plan).toList();
  }

  private Stream<Problem> doubts(Plan plan) {
    return PlanValidator.warnings(plan, RunMode.STREAMING).stream().filter(this::counts);
  }

  private static Stream<Problem> ofQueries(Plan plan, StreamOptions options) {
    return QueryPlan.of(plan, options).stream()
        .flatMap(query -> StreamRules.ofQuery(query.cut()).stream())
        .distinct();
  }

  private boolean counts(Problem problem) {
    return problem.code().filter(accepted::contains).isEmpty();
  }
}
