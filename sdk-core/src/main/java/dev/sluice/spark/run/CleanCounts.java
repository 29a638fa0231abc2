package dev.sluice.spark.run;

import dev.sluice.plan.CleanStep;
import dev.sluice.plan.CleanStep.Rule;
import dev.sluice.plan.CleanStep.Severity;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Clean;
import dev.sluice.run.RuleCount;
import dev.sluice.run.StageReport;
import dev.sluice.spark.compile.CleanPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;

/** What became of the rows of a clean stage, from what was observed while they passed. */
final class CleanCounts {

  private CleanCounts() {}

  /**
   * The report on a clean stage.
   *
   * @param observed the observed counts by point of the stage; points that no query has passed are
   *     missing
   */
  static StageReport of(PlanNode stage, Map<String, Row> observed) {
    List<CleanStep> steps = stage.verb(Clean.class).orElseThrow().steps();
    List<RuleCount> rejected = new ArrayList<>();
    List<RuleCount> warned = new ArrayList<>();
    List<RuleCount> dropped = new ArrayList<>();
    List<RuleCount> filled = new ArrayList<>();
    OptionalLong in = count(observed, CleanPass.BEFORE, CleanPass.ROWS);
    OptionalLong going = in;
    OptionalLong rejectedRows = OptionalLong.of(0);
    for (CleanPass pass : CleanPass.of(stage)) {
      OptionalLong checked = count(observed, pass.point(), CleanPass.ROWS);
      OptionalLong before = going;
      pass.dedupe().ifPresent(d -> dropped.add(new RuleCount(d.name(), minus(before, checked))));
      if (pass.dedupe().isEmpty() && in.isEmpty()) {
        in = checked;
      }
      for (int i = 0; i < pass.rules().size(); i++) {
        Rule rule = pass.rules().get(i);
        RuleCount broken =
            new RuleCount(rule.name(), count(observed, pass.point(), pass.broken(i)));
        // a rule that the record implies is news only where it was broken
        if (steps.contains(rule) || broken.rows().orElse(0) > 0) {
          (rule.severity() == Severity.WARN ? warned : rejected).add(broken);
        }
      }
      for (int i = 0; i < pass.fills().size(); i++) {
        filled.add(
            new RuleCount(
                pass.fills().get(i).what(), count(observed, pass.point(), CleanPass.filled(i))));
      }
      going = count(observed, pass.point(), CleanPass.ACCEPTED);
      if (pass.rejects()) {
        rejectedRows = plus(rejectedRows, minus(checked, going));
      }
    }
    return new StageReport(
        stage.name(), in, going, rejectedRows, rejected, warned, dropped, filled);
  }

  private static OptionalLong count(Map<String, Row> observed, String point, String name) {
    return Optional.ofNullable(observed.get(point))
        .or(() -> Optional.ofNullable(observed.get(CleanPass.OF_REJECTED + point)))
        .map(row -> OptionalLong.of(row.<Long>getAs(name)))
        .orElseGet(OptionalLong::empty);
  }

  private static OptionalLong minus(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(a.getAsLong() - b.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalLong plus(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(a.getAsLong() + b.getAsLong())
        : OptionalLong.empty();
  }
}
