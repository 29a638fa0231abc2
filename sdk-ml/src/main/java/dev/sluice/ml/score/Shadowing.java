package dev.sluice.ml.score;

import dev.sluice.Scoring;
import dev.sluice.Stage;
import dev.sluice.ml.evaluate.Shadow;
import dev.sluice.ml.model.ShadowCounts;
import dev.sluice.ml.spark.Counted;
import dev.sluice.ml.spark.ScoredStage;
import dev.sluice.run.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * A model that scores, and a candidate that is compared with it.
 *
 * @param model what it gives comes out
 * @param candidate scores the same rows
 * @param <T> the record of the rows that go in
 * @param <R> the record of those that come out
 */
public record Shadowing<T extends Record, R extends Record>(
    Model<T, R> model, Model<T, ?> candidate) implements Scoring<T, R> {

  @Override
  public Stage<R> score(String name, Stage<T> rows) {
    return ScoredStage.of(
        name, rows, model.scorer(), model.output(), Optional.of(candidate.scorer()));
  }

  /**
   * How the candidate did in a run.
   *
   * @param name the name that the scores were given
   * @return empty if the run did not count the rows, or the two cannot be compared
   */
  public Optional<Shadow> in(RunReport report, String name) {
    if (!ShadowCounts.problems(model.document(), candidate.document()).isEmpty()) {
      return Optional.empty();
    }
    ShadowCounts counts = new ShadowCounts(model.document(), candidate.scorer());
    List<String> names = counts.names();
    return report
        .stage(ScoredStage.name(name, model.scorer()))
        .flatMap(stage -> Counted.in(stage, names))
        .map(numbers -> Shadow.of(counts, numbers, Counted.scoredAlone(report.stage(name))));
  }
}
