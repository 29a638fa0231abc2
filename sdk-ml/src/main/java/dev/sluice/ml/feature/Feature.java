package dev.sluice.ml.feature;

import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.TimeEncoding;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;

/** A feature as it was asked for, before anything is learned of it. */
public sealed interface Feature {

  /** The components that it reads. */
  List<String> reads();

  /** A feature that has levels, of which the frequent ones have a slot each. */
  sealed interface Levelled extends Feature {

    /** In how many rows of the training a level must be to have a slot of its own. */
    long atLeast();

    /** How many levels have one at most, the most frequent. */
    int maxLevels();

    /** The same with others. */
    Levelled with(long changedAtLeast, int changedMaxLevels);
  }

  /**
   * One of several levels.
   *
   * @param column the component
   * @param atLeast in how many rows of the training a level must be to have a slot of its own
   * @param maxLevels how many levels have one at most, the most frequent
   */
  record Category(String column, long atLeast, int maxLevels) implements Levelled {
    @Override
    public Category with(long changedAtLeast, int changedMaxLevels) {
      return new Category(column, changedAtLeast, changedMaxLevels);
    }

    @Override
    public List<String> reads() {
      return List.of(column);
    }
  }

  /**
   * A pair of levels.
   *
   * @param left the first component
   * @param right the second component
   * @param atLeast in how many rows of the training a pair must be to have a slot of its own
   * @param maxLevels how many pairs have one at most, the most frequent
   */
  record Cross(String left, String right, long atLeast, int maxLevels) implements Levelled {
    @Override
    public Cross with(long changedAtLeast, int changedMaxLevels) {
      return new Cross(left, right, changedAtLeast, changedMaxLevels);
    }

    @Override
    public List<String> reads() {
      return List.of(left, right);
    }
  }

  /**
   * One of many levels, or a pair of levels, by the mean of the label.
   *
   * @param columns the component, or both
   * @param atLeast in how many rows of the training a level must be to have a mean of its own
   * @param maxLevels how many levels have one at most, the most frequent
   * @param prior how many rows with the mean of all are added to those of each level
   */
  record LabelMean(List<String> columns, long atLeast, int maxLevels, double prior)
      implements Feature {
    public LabelMean {
      columns = List.copyOf(columns);
    }

    @Override
    public List<String> reads() {
      return columns;
    }
  }

  /**
   * A number.
   *
   * @param column the component
   * @param log whether its {@code log1p} is taken first
   * @param scale whether its mean is taken away and it is divided by its standard deviation
   * @param low the least that is scored; empty if it is learned
   * @param high the greatest that is scored; empty if it is learned
   * @param nulls what NULL means
   * @param nullAs the number that NULL stands for; empty for the mean
   */
  record Number(
      String column,
      boolean log,
      boolean scale,
      OptionalDouble low,
      OptionalDouble high,
      NumberEncoding.Nulls nulls,
      OptionalDouble nullAs)
      implements Feature {

    Number(String column, NumberEncoding.Nulls nulls, OptionalDouble nullAs) {
      this(
          column, false, true, OptionalDouble.empty(), OptionalDouble.empty(), nulls, nullAs);
    }

    @Override
    public List<String> reads() {
      return List.of(column);
    }

    Number withLog() {
      return new Number(column, true, scale, low, high, nulls, nullAs);
    }

    Number asIs() {
      return new Number(column, log, false, low, high, nulls, nullAs);
    }

    /** The same where any finite number is scored, however far it is from what training has seen. */
    public Number inAnyRange() {
      return within(log ? Math.nextUp(-1.0) : -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    Number within(double from, double to) {
      return new Number(
          column, log, scale, OptionalDouble.of(from), OptionalDouble.of(to), nulls, nullAs);
    }
  }

  /**
   * A number by the bucket that it lies in.
   *
   * @param column the component
   * @param edges ascending
   */
  record Buckets(String column, List<Double> edges) implements Feature {
    public Buckets {
      edges = List.copyOf(edges);
    }

    @Override
    public List<String> reads() {
      return List.of(column);
    }
  }

  /**
   * A part of a moment.
   *
   * @param column the component
   * @param part which part
   * @param zone the time zone
   */
  record Time(String column, TimeEncoding.Part part, ZoneId zone) implements Feature {
    @Override
    public List<String> reads() {
      return List.of(column);
    }
  }

  /**
   * The words of a text.
   *
   * @param column the component
   * @param buckets how many slots they share
   */
  record Words(String column, int buckets) implements Feature {
    @Override
    public List<String> reads() {
      return List.of(column);
    }
  }
}
