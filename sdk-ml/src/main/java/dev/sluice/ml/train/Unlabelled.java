package dev.sluice.ml.train;

import dev.sluice.Stage;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.unlabelled.AnomalySearch;
import dev.sluice.ml.unlabelled.SegmentSearch;
import java.util.Optional;

/**
 * Rows of which nobody has said what they are, to find out: see {@code Ml.model(…).from(rows)}.
 *
 * @param <T> the record of the rows, those that train and those that are scored
 */
public final class Unlabelled<T extends Record> {

  private final String name;
  private final Features<T> features;
  private final Stage<T> rows;

  Unlabelled(String name, Features<T> features, Stage<T> rows) {
    this.name = name;
    this.features = features;
    this.rows = rows;
  }

  /**
   * Parts the rows into groups of rows that are alike: as many of these as part them best.
   *
   * @param least at least so many, 2 or more
   * @param most at most so many
   * @throws IllegalArgumentException if there is no such number
   */
  public Segmenting<T> segments(int least, int most) {
    return new Segmenting<>(
        rows, features, spec(Task.SEGMENTS), new SegmentSearch(least, most, Segmenting.RESTARTS));
  }

  /**
   * Parts the rows into so many groups of rows that are alike.
   *
   * @param exactly 2 or more
   * @throws IllegalArgumentException if it is less
   */
  public Segmenting<T> segments(int exactly) {
    return segments(exactly, exactly);
  }

  /** Finds rows that are unlike the others, by an isolation forest of 100 trees of 256 rows, and 1 % of the rows, unless told otherwise. */
  public Anomalies<T> anomalies() {
    return new Anomalies<>(
        rows,
        features,
        spec(Task.ANOMALIES),
        new AnomalySearch(Anomalies.TREES, Anomalies.DRAWN, Anomalies.SHARE));
  }

  private TrainingSpec spec(Task task) {
    return TrainingSpec.unlabelled(name, features, task, Optional.empty());
  }
}
