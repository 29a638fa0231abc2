package dev.sluice.ml;

import dev.sluice.Scoring;
import dev.sluice.Stage;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.mllib.MllibScoring;
import dev.sluice.ml.mllib.SavedTransformer;
import dev.sluice.ml.recommend.Recommenders;
import dev.sluice.ml.recommend.Recommending;
import dev.sluice.ml.train.Modelling;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.SparkSession;

/**
 * Where models begin.
 *
 * <pre>{@code
 * Model<Impression, Ctr> model = Ml.model("ctr", FEATURES)
 *     .from(clicks, Click::impression).label(Click::clicked)
 *     .split(Split.byKey(Click::impression, Impression::user, 0.8))
 *     .with(logistic().l2(1e-3)).calibrated()
 *     .output(o -> row(Ctr::new).of(o.in(Impression::id), o.probability(), o.decision(0.05), o.reasons(3)))
 *     .fit(spark);
 * }</pre>
 */
public final class Ml {

  private Ml() {}

  /**
   * A model.
   *
   * @param name shown in messages, reports and its card
   * @param features what it is told of a row
   */
  public static <T extends Record> Modelling<T> model(String name, Features<T> features) {
    return new Modelling<>(name, features);
  }

  /**
   * A recommender: what users will like, learned from what they and others have liked.
   *
   * @param name shown in messages, reports and its card
   * @param ratings what users have rated or done
   */
  public static <T extends Record> Recommending<T> recommender(String name, Stage<T> ratings) {
    return Recommenders.of(name, ratings);
  }

  /**
   * What MLlib itself has made, for a stage: a model, a transformer, or a {@code PipelineModel} of several. It is given the
   * columns of the stage's record by their names, and the components of the output's are read from the columns that it gives, by
   * name: a vector as {@code List<Double>}. What does not fit, such as a column that is missing, of another type, or can be NULL
   * where that ends the run, is listed by {@link dev.sluice.Pipeline#validate}.
   *
   * <pre>{@code
   * PipelineModel model = new org.apache.spark.ml.Pipeline().setStages(stages).fit(rows);
   * Stage<Risk> risks = visits.score("risk", Ml.mllib(model, Risk.class));
   * }</pre>
   *
   * <p>What has not been fitted is no {@code Transformer}, and does not compile. Rows that MLlib skips are not counted as
   * rejected: it does not tell of them.
   *
   * @param transformer what transforms the rows
   * @param output the record of the rows that come out
   * @param <T> the record of the rows that go in
   */
  public static <T extends Record, R extends Record> Scoring<T, R> mllib(
      Transformer transformer, Class<R> output) {
    return new MllibScoring<>(transformer, output);
  }

  /**
   * The same of what MLlib has saved. It is read now, so that {@code validate()} knows what is in it.
   *
   * @param path where {@code model.write().save(path)} has put it, a path or URI that Spark reaches
   * @param output the record of the rows that come out
   * @throws dev.sluice.ml.model.BadModelException if it cannot be read, or was saved before it was fitted, with what to do
   */
  public static <T extends Record, R extends Record> Scoring<T, R> mllib(
      SparkSession spark, String path, Class<R> output) {
    return new MllibScoring<>(SavedTransformer.load(spark, path), output);
  }
}
