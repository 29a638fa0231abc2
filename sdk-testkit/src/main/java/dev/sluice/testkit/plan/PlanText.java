package dev.sluice.testkit.plan;

import dev.sluice.testkit.bridge.PlanTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A plan as an indented tree: an arrow before what matters, and of a long plan only the lines near
 * an arrow.
 */
final class PlanText {

  private static final int LONG = 40;
  private static final int NEAR = 3;
  private static final int WIDTH = 140;

  private record Line(String text, boolean marked) {}

  private final Predicate<PlanTree> marked;
  private final Function<PlanTree, String> note;
  private final Set<PlanTree> shown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Line> lines = new ArrayList<>();

  private PlanText(Predicate<PlanTree> marked, Function<PlanTree, String> note) {
    this.marked = marked;
    this.note = note;
  }

  /**
   * The lines of a plan.
   *
   * @param note what to add to a line, or nothing
   */
  static List<String> of(
      PlanTree root, Predicate<PlanTree> marked, Function<PlanTree, String> note) {
    PlanText text = new PlanText(marked, note);
    text.add(root, 0);
    return text.shortened();
  }

  private void add(PlanTree tree, int depth) {
    boolean first = shown.add(tree);
    String more = first ? note.apply(tree) : " (as above)";
    String text = tree.text();
    int room = WIDTH - more.length();
    String line = text.length() > room ? text.substring(0, room) + "…" : text;
    boolean arrow = first && marked.test(tree);
    lines.add(new Line((arrow ? "→ " : "  ") + "  ".repeat(depth) + line + more, arrow));
    if (first) {
      tree.parts().forEach(part -> add(part, depth + 1));
    }
  }

  private List<String> shortened() {
    List<String> result = new ArrayList<>();
    int left = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean show = lines.size() <= LONG || (i < NEAR || isNearMark(i)) && result.size() < LONG;
      if (show && left > 0) {
        result.add(leftOut(left));
        left = 0;
      }
      if (show) {
        result.add(lines.get(i).text());
      } else {
        left++;
      }
    }
    if (left > 0) {
      result.add(leftOut(left));
    }
    return result;
  }

  private static String leftOut(int count) {
    return "  … %d more".formatted(count);
  }

  private boolean isNearMark(int line) {
    return lines.subList(Math.max(0, line - NEAR), Math.min(lines.size(), line + NEAR + 1)).stream()
        .anyMatch(Line::marked);
  }
}
