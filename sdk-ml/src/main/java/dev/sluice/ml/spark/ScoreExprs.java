package dev.sluice.ml.spark;

import dev.sluice.ml.bridge.ScoreCall;
import dev.sluice.ml.model.Requirement;
import dev.sluice.ml.spark.Requirements.Holds;
import dev.sluice.spark.compile.ExprModule;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** How scores and requirements become Spark's expressions. */
final class ScoreExprs implements ExprModule {

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            ScoreNode.class,
            (score, inner) -> ScoreCall.column(
                score.scorer(), score.cell(), score.columns().stream().map(inner).toList())),
        new Kind<>(
            Holds.class,
            (holds, inner) -> holds(holds.requirement(), inner.apply(holds.column()))));
  }

  private static Column holds(Requirement requirement, Column column) {
    if (requirement instanceof Requirement.Present) {
      return column.isNotNull();
    }
    Column number = column.cast("double");
    if (requirement instanceof Requirement.Within range) {
      return number.between(range.low(), range.high());
    }
    return functions.not(functions.isnan(number))
        .and(functions.abs(number).notEqual(Double.POSITIVE_INFINITY));
  }
}
