package dev.sluice.plan.text;

import dev.sluice.connect.Secrets;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanOrder;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.RowFlow;
import dev.sluice.text.OneLine;
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
          .append(unnamedVerb(stage))
          .append(OneLine.of(stage.verb().detail()))
          .append("  (")
          .append(stage.site())
          .append(")\n");
      stage.verb().parts()
          .forEach(part -> text.append("       ").append(OneLine.of(part)).append('\n'));
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

  /** A stage that the user has named does not say by that what it does. */
  private static String unnamedVerb(PlanNode stage) {
    String verb = stage.verb().name();
    boolean said =
        stage.name().startsWith(verb) || stage.verb().traits().flow() == RowFlow.READS;
    return said ? "" : ", " + verb;
  }
}
