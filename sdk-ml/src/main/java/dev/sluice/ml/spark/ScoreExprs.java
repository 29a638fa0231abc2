package dev.sluice.ml.spark;

import dev.sluice.ml.bridge.ScoreCall;
import dev.sluice.ml.spark.Requirements.Holds;
import dev.sluice.spark.compile.ExprModule;
import java.util.List;

/** How scores and requirements become Spark's expressions. */
final class ScoreExprs implements ExprModule {

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            ScoreNode.class,
            (score, inner) -> ScoreCall.column(
                score.scorer(), score.cell(), score.columns().stream().map(inner).toList())),
        new Kind<>(FiniteScore.class, FiniteScore::column),
        new Kind<>(
            ScoredAlone.class,
            (alone, inner) -> ScoredAlone.column(
                alone, alone.columns().stream().map(inner).toList())),
        new Kind<>(
            Holds.class,
            (holds, inner) -> Requirements.column(holds.requirement(),
                inner.apply(holds.column()))));
  }
}
