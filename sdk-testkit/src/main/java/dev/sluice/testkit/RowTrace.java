package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a row on its way through a pipeline: the answer to "why is my row missing?". See
 * {@link SparkKit#trace}; {@link #toString} is the whole story.
 *
 * @param row the row, as the source gave it
 * @param steps the stages it came to, in the order of the plan
 * @param reached the sinks, or the stage, that are different because of it
 * @param missed the sinks, or the stage, that are the same with it and without it
 */
public record RowTrace(Record row, List<Step> steps, List<String> reached, List<String> missed) {

  /** Copies the lists. */
  public RowTrace {
    steps = List.copyOf(steps);
    reached = List.copyOf(reached);
    missed = List.copyOf(missed);
  }

  /**
   * A stage that the row came to.
   *
   * @param stage the stage's name
   * @param place its name and the line that made it, as messages have it
   * @param made the rows that are there because of the row
   * @param replaced the rows that would be there without it, such as the former total of its group
   * @param dropped why nothing of it comes out; empty if something does
   * @param note what else there is to say; empty if nothing
   */
  public record Step(
      String stage,
      String place,
      List<Record> made,
      List<Record> replaced,
      List<String> dropped,
      String note) {

    /** Copies the lists. */
    public Step {
      made = List.copyOf(made);
      replaced = List.copyOf(replaced);
      dropped = List.copyOf(dropped);
    }

    private List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(place);
      add(lines, "  - ", replaced);
      add(lines, "  + ", made);
      if (!note.isEmpty()) {
        lines.add("  " + note);
      }
      dropped.forEach(reason -> lines.add("  dropped: " + reason));
      return lines;
    }

    private static void add(List<String> lines, String sign, List<Record> rows) {
      rows.stream().limit(Shown.ROWS).forEach(row -> lines.add(sign + ValueText.of(row)));
      if (rows.size() > Shown.ROWS) {
        lines.add(sign + "… and %d more".formatted(rows.size() - Shown.ROWS));
      }
    }
  }

  /** Whether no sink, or not the stage that was asked about, has anything of the row. */
  public boolean isMissing() {
    return reached.isEmpty();
  }

  /** The stages that nothing of the row comes out of, though something came in. */
  public List<Step> drops() {
    return steps.stream().filter(step -> !step.dropped().isEmpty()).toList();
  }

  /** The stages one after the other, with what each made of the row, and where it was dropped. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(ValueText.of(row));
    reached.forEach(end -> lines.add("reaches " + end));
    missed.forEach(end -> lines.add("does not reach " + end));
    if (steps.stream().anyMatch(step -> !step.replaced().isEmpty())) {
      lines.add("+ is there because of it, - would be there without it");
    }
    steps.forEach(
        step -> {
          lines.add("");
          lines.addAll(step.lines());
        });
    return String.join("\n", lines);
  }
}
