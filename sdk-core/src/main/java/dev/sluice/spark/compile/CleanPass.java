package dev.sluice.spark.compile;

import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Dedupe;
import dev.sluice.plan.CleanStep.Fix;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Clean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a clean stage: perhaps a removal of duplicates, then fixes and rules in turn, up to the
 * next removal.
 *
 * @param index the position of the pass in its stage, from 0
 * @param dedupe the removal of duplicates that it begins with
 * @param steps fixes and rules, in order
 */
public record CleanPass(int index, Optional<Dedupe> dedupe, List<CleanStep> steps) {

  /** The observed point before the first removal of duplicates. */
  public static final String BEFORE = "before";

  /**
   * Before the name of a point, where the rejected rows are computed: its counts stand in where
   * nothing read all of the accepted rows.
   */
  public static final String OF_REJECTED = "rejected.";

  /** The count of rows at a point. */
  public static final String ROWS = "rows";

  /** The count of rows that keep every rule. */
  public static final String ACCEPTED = "accepted";

  /** The passes of a stage; none if it has no steps. */
  public static List<CleanPass> of(PlanNode stage) {
    List<CleanPass> passes = new ArrayList<>();
    List<CleanStep> steps = new ArrayList<>(RequiredColumns.rules(stage));
    Optional<Dedupe> dedupe = Optional.empty();
    for (CleanStep step : stage.verb(Clean.class).orElseThrow().steps()) {
      if (step instanceof Dedupe next) {
        if (dedupe.isPresent() || !steps.isEmpty()) {
          passes.add(new CleanPass(passes.size(), dedupe, List.copyOf(steps)));
        }
        dedupe = Optional.of(next);
        steps.clear();
      } else {
        steps.add(step);
      }
    }
    passes.add(new CleanPass(passes.size(), dedupe, List.copyOf(steps)));
    return passes;
  }

  /** The rules, in order. */
  public List<Rule> rules() {
    return steps.stream().filter(Rule.class::isInstance).map(Rule.class::cast).toList();
  }

  /** The fixes that put values where there are none, in order. */
  public List<Fix> fills() {
    return steps.stream()
        .filter(Fix.class::isInstance)
        .map(Fix.class::cast)
        .filter(CleanPass::fills)
        .toList();
  }

  static boolean fills(Fix fix) {
    return fix.kind() == Fix.Kind.FILL;
  }

  /** Whether a row can be rejected here. */
  public boolean rejects() {
    return rules().stream().anyMatch(rule -> rule.severity() == Severity.REJECT);
  }

  /** The observed point after the removal of duplicates. */
  public String point() {
    return "pass" + index;
  }

  /** The count of rows that break a rule, by the rule's position. */
  public String broken(int rule) {
    return "rule" + rule;
  }

  /** The column that says whether a rule is kept. */
  static String kept(int rule) {
    return "__kept" + rule;
  }

  /** The column, and the count, of the rows that a fill put a value into, by its position. */
  public static String filled(int fill) {
    return "__filled" + fill;
  }

  /** The accessor that a fix sets. */
  static String target(Fix fix) {
    return ((Field) fix.target()).accessor();
  }
}
