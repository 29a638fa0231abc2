package dev.sluice.testkit.model;

import dev.sluice.ml.score.Model;
import dev.sluice.testkit.bridge.SparkInternals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Rows scored in plain Java and as a stage, in several arrangements.
 *
 * @param model what scores
 * @param rows the rows
 */
record ScoredInParts<T extends Record, R extends Record>(Model<T, R> model, List<T> rows) {

  /** What differs, if anything does. */
  Optional<String> difference() {
    SparkSession spark =
        SparkInternals.activeSession("");
    List<R> expected =
        rows.stream().filter(row -> model.problems(row).isEmpty()).map(model::score).toList();
    for (Arrangement arrangement : Arrangement.values()) {
      List<R> missing = new ArrayList<>(expected);
      List<R> more = new ArrayList<>();
      for (R row : arrangement.of(model.input(), rows).score("scores", model).collect(spark)) {
        if (!missing.remove(row)) {
          more.add(row);
        }
      }
      if (!missing.isEmpty() || !more.isEmpty()) {
        return Optional.of(
            "as a stage (rows %s) it does not give what it gives in plain Java; missing %s, in their place %s"
                .formatted(arrangement, missing, more));
      }
    }
    return Optional.empty();
  }
}
