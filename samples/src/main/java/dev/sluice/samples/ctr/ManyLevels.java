package dev.sluice.samples.ctr;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.Ml;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.score.Model;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/** A model of a category with many levels, to see how large its document is. */
final class ManyLevels {

  private static final int ROWS_OF_A_LEVEL = 3;

  /** A visit to a site. */
  record Visit(String site) {}

  /** A visit, and whether something was bought. */
  record Outcome(Visit visit, boolean bought) {}

  /** What the model says. */
  record Answer(double probability) {}

  private ManyLevels() {}

  static Model<Visit, Answer> model(SparkSession spark, int levels) {
    List<Outcome> rows =
        IntStream.range(0, ROWS_OF_A_LEVEL * levels)
            .mapToObj(
                i -> new Outcome(
                    new Visit(
                        String.format(Locale.ROOT, "shop-%05d.example.org", i % levels)),
                    Integer.bitCount(i) % 2 == 0))
            .toList();
    return Ml.model(
        "many levels", Features.of(Visit.class).category(Visit::site).atLeast(1).maxLevels(levels))
        .from(
            Pipeline.named("visits").source("visits", InMemory.rows(Outcome.class, rows)),
            Outcome::visit)
        .label(Outcome::bought)
        .with(logistic().iterations(5))
        .output(o -> row(Answer::new).of(o.probability()))
        .fit(spark);
  }
}
