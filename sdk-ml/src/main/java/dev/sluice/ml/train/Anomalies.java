package dev.sluice.ml.train;

import dev.sluice.Stage;
import dev.sluice.expr.Projection;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.unlabelled.AnomalySearch;
import java.util.function.Function;

/**
 * Training of a model that tells how unlike the others a row is.
 *
 * <pre>{@code
 * Model<Tx, Odd> odd = Ml.model("odd transactions", FEATURES)
 *     .from(transactions)
 *     .anomalies().expectedShare(0.001)
 *     .output(o -> row(Odd::new).of(o.in(Tx::id), o.score(), o.isAnomalous(), o.reasons(3)))
 *     .fit(spark);
 * }</pre>
 *
 * <p>An isolation forest parts rows by random splits; the sooner a row is alone, the more it is unlike the others. It needs no
 * numbers that are scaled, and hardly any options. A number is scored however far off it is, unless its feature has a
 * {@code range}.
 *
 * @param <T> the record of the rows
 */
public final class Anomalies<T extends Record> {

  static final int TREES = 100;
  static final int DRAWN = 256;
  static final double SHARE = 0.01;

  private final Stage<T> rows;
  private final Features<T> features;
  private final TrainingSpec spec;
  private final AnomalySearch search;

  Anomalies(Stage<T> rows, Features<T> features, TrainingSpec spec, AnomalySearch search) {
    this.rows = rows;
    this.features = features;
    this.spec = spec;
    this.search = search;
  }

  /**
   * The size of the forest. More trees make scores steadier and scoring slower; more rows for each tree rarely help, for what
   * is unusual is hidden among many.
   *
   * @param trees how many; 100 unless told otherwise
   * @param drawn of how many rows each is grown; 256 unless told otherwise
   * @throws IllegalArgumentException if there would be none, or not so many rows
   */
  public Anomalies<T> isolationForest(int trees, int drawn) {
    return new Anomalies<>(
        rows, features, spec, new AnomalySearch(trees, drawn, search.share()));
  }

  /**
   * The share of the rows that is expected to be unusual, by which the score is chosen from which on a row is; 0.01 unless told
   * otherwise. It does not change the scores.
   *
   * @param share above 0, and 0.5 at most
   * @throws IllegalArgumentException if it is not
   */
  public Anomalies<T> expectedShare(double share) {
    return new Anomalies<>(
        rows, features, spec, new AnomalySearch(search.trees(), search.drawn(), share));
  }

  /** What everything that is drawn begins with; 42 unless told otherwise. */
  public Anomalies<T> seed(long seed) {
    return new Anomalies<>(rows, features, spec.seeded(seed), search);
  }

  /** What the model gives for a row. */
  public <R extends Record> Training<T, T, R> output(
      Function<AnomalyOutput<T>, Projection<Scored<T>, R>> output) {
    Projection<Scored<T>, R> row = output.apply(new AnomalyOutput<>());
    return new Training<>(
        rows,
        new Finding(spec.giving(OutputCells.of(row)), search),
        features.type(),
        Labelled.record(row));
  }
}
