package dev.sluice.testkit.model;

import dev.sluice.Stage;
import dev.sluice.ml.score.Model;
import dev.sluice.testkit.bridge.SparkInternals;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Assertions about how a model is trained.
 *
 * @param <C> the record of the rows that train
 * @param <T> the record of the rows that are scored
 */
public final class TrainingAssert<C extends Record, T extends Record> {

  private final Class<C> record;
  private final List<C> rows;
  private final BiFunction<Stage<C>, SparkSession, Model<T, ?>> training;

  TrainingAssert(
      Class<C> record, List<C> rows, BiFunction<Stage<C>, SparkSession, Model<T, ?>> training) {
    this.record = record;
    this.rows = List.copyOf(rows);
    this.training = training;
  }

  /**
   * Asserts that the model does not depend on the order of the rows nor on the parts that they come in: it is trained three times,
   * of the rows as they were given, of the last one first, and of shuffled ones in several parts, and gives each row the same score.
   * Sums of doubles depend on their order, and trees may split elsewhere for a last digit; so say how much is the same.
   *
   * @param known the part of each row that the model is asked about; {@code Function.identity()} if it is the row
   * @param tolerance how far two scores may be apart, of scores above 1 the share of them
   * @return this, for more
   * @throws IllegalStateException if there is no active session, which {@link dev.sluice.testkit.SparkTest} sets
   */
  public TrainingAssert<C, T> isStable(Function<C, T> known, double tolerance) {
    ModelScores<T> first = trained(Arrangement.AS_GIVEN);
    for (Arrangement other : List.of(Arrangement.REVERSED, Arrangement.SHUFFLED)) {
      ModelScores<T> again = trained(other);
      for (C row : rows) {
        double one = first.value(known.apply(row));
        double two = again.value(known.apply(row));
        if (!alike(one, two, tolerance)) {
          throw new AssertionError(
              "the model depends on the order of its rows: %s scores %s when it is trained with them %s, and %s %s (tolerance %s)"
                  .formatted(known.apply(row), one, Arrangement.AS_GIVEN, two, other, tolerance));
        }
      }
    }
    return this;
  }

  private static boolean alike(double one, double two, double tolerance) {
    return Double.compare(one, two) == 0
        || Math.abs(one - two) <= tolerance * Math.max(1, Math.abs(one));
  }

  private ModelScores<T> trained(Arrangement arrangement) {
    SparkSession spark =
        SparkInternals.activeSession("");
    return new ModelScores<>(training.apply(arrangement.of(record, rows), spark));
  }
}
