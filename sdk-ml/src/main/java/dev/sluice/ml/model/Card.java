package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What is to be known of a model: how it came about and how good it is.
 *
 * @param about how it was trained, in order: data, split, seed, options, versions
 * @param figures how good it is
 * @param slices the same for the rows of each level of a watched column
 * @param bins how its probabilities agree with what happened
 * @param weights what its features weigh, the greatest first
 * @param profiles what the features looked like in training, to tell when they look different
 * @param typical what each feature adds to a score on average, before link and calibration
 * @param warnings what is doubtful about it
 */
public record Card(
    Map<String, String> about,
    List<Figure> figures,
    List<Slice> slices,
    List<Bin> bins,
    List<Weight> weights,
    List<Profile> profiles,
    Map<String, Double> typical,
    List<String> warnings)
    implements Serializable {

  /** Nothing is known. */
  public static final Card EMPTY =
      new Card(
          Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());

  /**
   * A figure, which never stands alone.
   *
   * @param name such as {@code AUC}
   * @param of which rows: {@code train} or {@code test}
   * @param value the figure
   * @param low the low end of its 95 % interval
   * @param high the high end
   * @param baseline what one gets without a model
   * @param coverage the share of the rows that it is about
   */
  public record Figure(
      String name,
      String of,
      double value,
      double low,
      double high,
      double baseline,
      double coverage)
      implements Serializable {}

  /**
   * A figure of the rows with one level of a watched column.
   *
   * @param column which
   * @param level its value
   * @param rows how many rows of the test
   * @param figure the figure
   */
  public record Slice(String column, String level, long rows, Figure figure)
      implements Serializable {}

  /**
   * Rows of the test with similar probabilities.
   *
   * @param low the least probability
   * @param high the greatest
   * @param rows how many
   * @param predicted the average probability
   * @param happened the share that was true
   */
  public record Bin(double low, double high, long rows, double predicted, double happened)
      implements Serializable {}

  /**
   * What a slot weighs.
   *
   * @param slot what it is called
   * @param weight its weight, or its share of the gain
   */
  public record Weight(String slot, double weight) implements Serializable {}

  /**
   * What a column looked like in training: the share of each bin. A column of numbers has edges, one of levels their names.
   *
   * @param column which
   * @param edges between the bins of numbers, ascending; empty if there are levels
   * @param levels the levels; all others are in the bin behind them; empty if there are edges
   * @param shares of the bins in order, NULL last; they add up to 1
   */
  public record Profile(String column, double[] edges, List<String> levels, double[] shares)
      implements Serializable {
    public Profile {
      Valid.present(column, "the column of a profile");
      Valid.finite(edges, "the edges of " + column);
      Valid.finite(shares, "the shares of " + column);
      levels = List.copyOf(levels);
      Valid.that(
          shares.length == Math.max(edges.length, levels.size()) + 2,
          "%s has %s bins and %s shares",
          column,
          Math.max(edges.length, levels.size()) + 2,
          shares.length);
    }
  }

  public Card {
    about = copy(about);
    figures = List.copyOf(figures);
    slices = List.copyOf(slices);
    bins = List.copyOf(bins);
    weights = List.copyOf(weights);
    profiles = List.copyOf(profiles);
    typical = copy(typical);
    warnings = List.copyOf(warnings);
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(map));
  }
}
