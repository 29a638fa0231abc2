package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RejectLimit;
import dev.sluice.plan.verb.Clean;
import dev.sluice.run.RuleCount;
import dev.sluice.run.StageReport;
import dev.sluice.text.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** That a clean stage rejected more rows than it may. */
final class BeyondLimit {

  private BeyondLimit() {}

  static RejectLimit limit(PlanNode stage) {
    return stage.verb(Clean.class).map(Clean::limit).orElse(RejectLimit.NONE);
  }

  /** The problem, if it did; numbers that are not known break no limit. */
  static Optional<Problem> problem(PlanNode clean, StageReport became) {
    long in = became.rowsIn().orElse(0);
    long rejected = became.rejectedRows().orElse(0);
    return limit(clean).exceededBy(rejected, in)
        ? Optional.of(
            clean.problem(
                "%d of %d rows were rejected, more than allowed; nothing was written. By rule: %s"
                    .formatted(rejected, in, text(became.rejected()))))
        : Optional.empty();
  }

  private static String text(List<RuleCount> rules) {
    return rules.stream()
        .filter(rule -> rule.rows().orElse(0) > 0)
        .map(rule -> "'%s' %d".formatted(OneLine.of(rule.rule()), rule.rows().getAsLong()))
        .collect(Collectors.joining(", "));
  }
}
