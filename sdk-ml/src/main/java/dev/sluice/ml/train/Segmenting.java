package dev.sluice.ml.train;

import dev.sluice.Stage;
import dev.sluice.expr.Projection;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.unlabelled.SegmentSearch;
import java.util.function.Function;

/**
 * Training of a model that tells to which of several groups a row belongs.
 *
 * <pre>{@code
 * Model<User, Segment> audience = Ml.model("audience", FEATURES)
 *     .from(users)
 *     .segments(3, 8)
 *     .output(o -> row(Segment::new).of(o.in(User::id), o.segment(), o.distance()))
 *     .fit(spark);
 * audience.card().segments(); // what each is like: means of numbers as they came, shares of levels, and lift
 * }</pre>
 *
 * <p>Groups are found by k-means in the slots of the features: numbers in standard deviations, two levels of a category
 * as far apart as numbers that differ by 1.4 of them. The number of groups is that of the best silhouette, and the card has that of each number that
 * was tried. Group 0 is the largest.
 *
 * @param <T> the record of the rows
 */
public final class Segmenting<T extends Record> {

  static final int RESTARTS = 10;

  private final Stage<T> rows;
  private final Features<T> features;
  private final TrainingSpec spec;
  private final SegmentSearch search;

  Segmenting(Stage<T> rows, Features<T> features, TrainingSpec spec, SegmentSearch search) {
    this.rows = rows;
    this.features = features;
    this.spec = spec;
    this.search = search;
  }

  /**
   * From how many beginnings each number of groups is tried, of which the best is taken; 10 unless told otherwise.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Segmenting<T> restarts(int beginnings) {
    return new Segmenting<>(
        rows, features, spec, new SegmentSearch(search.least(), search.most(), beginnings));
  }

  /** What everything that is drawn begins with; 42 unless told otherwise. */
  public Segmenting<T> seed(long seed) {
    return new Segmenting<>(rows, features, spec.seeded(seed), search);
  }

  /** What the model gives for a row. */
  public <R extends Record> Training<T, T, R> output(
      Function<SegmentOutput<T>, Projection<Scored<T>, R>> output) {
    Projection<Scored<T>, R> row = output.apply(new SegmentOutput<>());
    return new Training<>(
        rows,
        new Finding(spec.giving(OutputCells.of(row)), search),
        features.type(),
        Labelled.record(row));
  }
}
