package dev.sluice.plan;

import dev.sluice.io.Secrets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a pipeline as text: one line a stage, inputs first, then the sinks. */
public final class PlanText {

  private PlanText() {}

  /** The text of a plan. */
  public static String of(Plan plan) {
    List<PlanNode> stages = plan.stages();
    Map<PlanNode, Integer> positions = PlanOrder.positions(stages);
    StringBuilder text = new StringBuilder("pipeline '" + OneLine.of(plan.name()) + "'\n");
    for (int i = 0; i < stages.size(); i++) {
      PlanNode stage = stages.get(i);
      String inputs =
          stage.inputs().stream()
              .map(input -> "#" + (positions.get(input) + 1))
              .collect(Collectors.joining(", "));
      text.append("  #%d %s".formatted(i + 1, OneLine.of(stage.name())))
          .append(inputs.isEmpty() ? "" : " <- " + inputs)
          .append(" : ")
          .append(stage.record().simpleName())
          .append(OneLine.of(detail(stage)))
          .append("  (")
          .append(stage.site())
          .append(")\n");
    }
    for (PlanSink sink : plan.sinks()) {
      text.append(
          "  sink %s <- #%d : %s  (%s)%n"
              .formatted(
                  OneLine.of(sink.name()),
                  positions.get(sink.stage()) + 1,
                  OneLine.of(sink.sink().description()),
                  sink.site()));
    }
    return Secrets.masked(text.toString());
  }

  /** What a stage does beyond its name, in a few words. */
  static String detail(PlanNode stage) {
    if (stage instanceof PlanNode.Read read) {
      return " from " + read.source().description();
    } else if (stage instanceof PlanNode.Filter filter) {
      return " where " + ExprText.of(filter.condition());
    } else if (stage instanceof PlanNode.Aggregate aggregate && !aggregate.keys().isEmpty()) {
      return " by " + aggregate.keys().stream().map(ExprText::of).collect(Collectors.joining(", "));
    } else if (stage instanceof PlanNode.Join join) {
      String conditions =
          join.legs().stream()
              .skip(1)
              .flatMap(leg -> leg.condition().stream())
              .map(ExprText::of)
              .collect(Collectors.joining(" and "));
      return conditions.isEmpty() ? "" : " on " + conditions;
    } else if (stage instanceof PlanNode.Clean clean) {
      return " with "
          + clean.steps().stream().map(PlanText::step).collect(Collectors.joining("; "));
    }
    return "";
  }

  private static String step(CleanStep step) {
    if (step instanceof CleanStep.Rule rule) {
      return (rule.severity() == CleanStep.Severity.WARN ? "warn " : "require ") + rule.name();
    } else if (step instanceof CleanStep.Dedupe dedupe) {
      return "no " + dedupe.name();
    }
    return ((CleanStep.Fix) step).what();
  }
}
