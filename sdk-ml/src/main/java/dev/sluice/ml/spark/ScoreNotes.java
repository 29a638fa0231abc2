package dev.sluice.ml.spark;

import dev.sluice.ml.evaluate.Drift;
import dev.sluice.ml.evaluate.Drift.Verdict;
import dev.sluice.ml.evaluate.Shadow;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.run.RunReport;
import dev.sluice.spark.run.ReportPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the report of a run says of the rows that models have scored. */
final class ScoreNotes implements ReportPart {

  @Override
  public List<String> notes(Plan plan, RunReport report) {
    return plan.stages().stream()
        .filter(stage -> stage.is(Score.class))
        .flatMap(stage -> notes(stage, stage.verb(Score.class).orElseThrow(), report))
        .toList();
  }

  private static Stream<String> notes(PlanNode stage, Score verb, RunReport report) {
    return report
        .stage(stage.name())
        .flatMap(counted -> Counted.in(counted, verb.counts()))
        .map(numbers -> notes(stage, verb, report, numbers))
        .orElse(List.of())
        .stream()
        .map(note -> "Stage %s: %s.".formatted(stage.name(), note));
  }

  private static List<String> notes(
      PlanNode stage, Score verb, RunReport report, long[] numbers) {
    List<String> notes = new ArrayList<>(drift(Drift.of(verb.profiles(), numbers)));
    verb.shadow()
        .map(
            counts -> Shadow.of(
                counts,
                Arrays.copyOfRange(numbers, verb.profiles().size(), numbers.length),
                Counted.scoredAlone(report.stage(stage.input().name()))))
        .map(Shadow::text)
        .ifPresent(notes::add);
    return notes;
  }

  /** What is different, each by itself, and how many are not. */
  private static List<String> drift(List<Drift> columns) {
    List<String> notes = new ArrayList<>();
    columns.stream().filter(Drift::isDifferent).map(Drift::text).forEach(notes::add);
    long stable = columns.stream().filter(c -> c.verdict() == Verdict.STABLE).count();
    if (stable > 0) {
      notes.add(
          "%d of %d columns and scores look as in training".formatted(stable, columns.size()));
    }
    columns.stream()
        .filter(column -> column.verdict() == Verdict.TOO_FEW && column.rows() > 0)
        .findFirst()
        .ifPresent(
            column -> notes.add(
                "%d rows are too few to tell whether they look as in training"
                    .formatted(column.rows())));
    return notes;
  }
}
