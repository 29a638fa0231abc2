package dev.sluice.testkit;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Limit;
import dev.sluice.plan.verb.Read;
import dev.sluice.quality.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to say about a row that no stage has that it was looked for in.
 *
 * @param starts where it was looked for
 * @param stages all stages of the pipeline
 */
record UnknownRow(Record row, List<PlanNode> starts, List<PlanNode> stages, Experiment experiment) {

  /** The most rows of a stage among which near ones are looked for. */
  private static final int SEARCHED = 1000;

  String text() {
    if (starts.isEmpty()) {
      return "no source here has rows of %s; there are %s. To follow a row of another stage, name that stage"
          .formatted(row.getClass().getSimpleName(), sources());
    }
    List<String> lines = new ArrayList<>();
    for (PlanNode start : starts) {
      List<Record> rows =
          experiment.rows(new PlanNode(start.origin().anew(), new Limit(SEARCHED), start));
      lines.add("%s has no %s".formatted(RowTracer.place(start), ValueText.of(row)));
      lines.addAll(
          new RowsDifference<>(
              Matching.of(List.of(row), rows, Sameness.exact()),
              "others",
              List.of(),
              Sameness.exact())
              .lines());
      lines.addAll(unreadable(start));
    }
    return String.join("\n", lines);
  }

  private String sources() {
    return stages.stream()
        .filter(stage -> stage.is(Read.class))
        .map(source -> "%s of %s".formatted(RowTracer.place(source), source.record().simpleName()))
        .collect(Collectors.joining(", "));
  }

  /** Rows that the source could not make records of. */
  private List<String> unreadable(PlanNode start) {
    if (!start.is(Read.class) || !start.verb().rejects()) {
      return List.of();
    }
    List<Record> rejected = experiment.rows(Experiment.rejectsOf(start));
    return Shown.section(
        "rejected by the source (%d):".formatted(rejected.size()),
        rejected,
        Shown.ROWS,
        rejection -> ((Rejected) rejection).row());
  }
}
