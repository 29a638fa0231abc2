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

/** Draws a pipeline as a Mermaid flowchart. */
public final class PlanMermaid {

  private PlanMermaid() {}

  /** The flowchart of a plan. */
  public static String of(Plan plan) {
    List<PlanNode> stages = plan.stages();
    Map<PlanNode, Integer> positions = PlanOrder.positions(stages);
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (int i = 0; i < stages.size(); i++) {
      PlanNode stage = stages.get(i);
      String label = escape(stage.name()) + "<br/>" + stage.record().simpleName();
      boolean source = stage.verb().traits().flow() == RowFlow.READS;
      text.append(
          "  s%d%s\"%s\"%s\n".formatted(i, source ? "[(" : "[", label, source ? ")]" : "]"));
      for (PlanNode input : stage.inputs()) {
        text.append("  s%d --> s%d\n".formatted(positions.get(input), i));
      }
    }
    for (int i = 0; i < plan.sinks().size(); i++) {
      PlanSink sink = plan.sinks().get(i);
      text.append("  k%d[/\"%s\"/]\n".formatted(i, escape(sink.name())));
      text.append("  s%d --> k%d\n".formatted(positions.get(sink.stage()), i));
    }
    return text.toString();
  }

  private static String escape(String text) {
    StringBuilder shown = new StringBuilder();
    Secrets.masked(text).codePoints().forEach(sign -> shown.append(escaped(sign)));
    return shown.toString();
  }

  /**
   * Mermaid reads {@code #quot;} and {@code #35;} as signs; a line end and other control signs,
   * with which a name could draw what is not there, become blanks.
   */
  private static String escaped(int sign) {
    return switch (sign) {
      case '"' -> "#quot;";
      case '<' -> "#lt;";
      case '>' -> "#gt;";
      case '#' -> "#35;";
      case '&' -> "#amp;";
      case '`' -> "#96;";
      default -> OneLine.breaks(sign) ? " " : Character.toString(sign);
    };
  }
}
