package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is to be known of a model: how it came about and how good it is. It is data, equal by value; a card of which
 * nothing is known yet is filled part by part.
 *
 * <pre>{@code
 * Card card = Card.EMPTY.withAbout(Map.of("seed", "42")).withFigures(measures.all("test"));
 * }</pre>
 *
 * @param about how it was trained, in order: data, split, seed, options, versions
 * @param figures how good it is
 * @param slices the same for the rows of each level of a watched column
 * @param bins how its probabilities agree with what happened
 * @param gain how many of the rows of which something is true are among those with the highest scores
 * @param confusions how often it took which label for which
 * @param segments the groups that it has found
 * @param weights what its features weigh, the greatest first
 * @param profiles what the features looked like in training, to tell when they look different
 * @param scores what the scores looked like in the test, likewise; empty where that is not known
 * @param typical what each feature adds to a score on average, before link and calibration
 * @param warnings what is doubtful about it
 */
public record Card(
    Map<String, String> about,
    List<Figure> figures,
    List<Slice> slices,
    List<Bin> bins,
    List<Gain> gain,
    List<Confusion> confusions,
    List<Segment> segments,
    List<Weight> weights,
    List<Profile> profiles,
    List<Profile> scores,
    Map<String, Double> typical,
    List<String> warnings)
    implements Serializable {

  /** Nothing is known. */
  public static final Card EMPTY =
      new Card(
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of());

  /**
   * A figure, which never stands alone.
   *
   * @param name such as {@code AUC}
   * @param of which rows: {@code train} or {@code test}
   * @param value the figure
   * @param low the low end of its 95 % interval
   * @param high the high end
   * @param baseline what one gets without a model
   * @param coverage the share of the rows that it is about, 0 to 1
   */
  public record Figure(
      String name,
      String of,
      double value,
      double low,
      double high,
      double baseline,
      double coverage)
      implements Serializable {
    public Figure {
      Valid.present(name, "the name of a figure");
      Valid.present(of, "the rows of " + name);
      Valid.finite(value, name);
      Valid.finite(low, "the low end of " + name);
      Valid.finite(high, "the high end of " + name);
      Valid.finite(baseline, "the baseline of " + name);
      Valid.that(low <= high, "the interval of %s ends before it begins", name);
      Valid.that(coverage >= 0 && coverage <= 1, "the coverage of %s is %s", name, coverage);
    }
  }

  /**
   * A figure of the rows with one level of a watched column.
   *
   * @param column which
   * @param level its value
   * @param rows how many rows of the test
   * @param figure the figure
   */
  public record Slice(String column, String level, long rows, Figure figure)
      implements Serializable {
    public Slice {
      Valid.present(column, "the column of a slice");
      Valid.present(level, "the level of a slice of " + column);
      Valid.present(figure, "the figure of a slice of " + column);
    }
  }

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
      implements Serializable {
    public Bin {
      Valid.finite(new double[]{low, high, predicted, happened}, "the numbers of a bin");
    }
  }

  /**
   * A point of the curve of gains: of the rows with the highest scores, this share holds that share of what was true.
   *
   * @param rows the share of all rows, 0 to 1
   * @param found the share of the rows of which it was true, 0 to 1
   */
  public record Gain(double rows, double found) implements Serializable {
    public Gain {
      Valid.finite(new double[]{rows, found}, "the numbers of a gain");
    }
  }

  /**
   * How often a label was taken for a label, itself or another.
   *
   * @param happened the label that was right
   * @param predicted the label that the model gave
   * @param rows how many rows
   */
  public record Confusion(String happened, String predicted, long rows) implements Serializable {
    public Confusion {
      Valid.present(happened, "a label that was right");
      Valid.present(predicted, "a label that was predicted");
    }
  }

  /**
   * A group of rows.
   *
   * @param name what it is called
   * @param rows how many rows of the training
   * @param traits what they look like, what sets them apart first
   */
  public record Segment(String name, long rows, List<Trait> traits) implements Serializable {
    public Segment {
      Valid.present(name, "the name of a segment");
      traits = List.copyOf(traits);
    }
  }

  /**
   * What the rows of a segment look like, in the caller's units.
   *
   * @param what the average of a column, or the share of one of its levels, such as {@code spent} or
   *     {@code device = tablet}
   * @param here of the segment's rows
   * @param everywhere of all rows
   * @param lift how much more it is here: {@code here / everywhere}; 1 if both are 0
   */
  public record Trait(String what, double here, double everywhere, double lift)
      implements Serializable {
    public Trait {
      Valid.present(what, "what a trait is of");
      Valid.finite(new double[]{here, everywhere, lift}, "the numbers of trait " + what);
    }
  }

  /**
   * What a slot weighs.
   *
   * @param slot what it is called
   * @param weight its weight, or its share of the gain
   */
  public record Weight(String slot, double weight) implements Serializable {
    public Weight {
      Valid.present(slot, "the name of a slot");
      Valid.finite(weight, "the weight of " + slot);
    }
  }

  /**
   * What a column looked like in training: the share of each bin. A column of numbers has edges, one of levels their names.
   *
   * @param column which
   * @param edges between the bins of numbers, ascending; a number at an edge is in the bin above it; empty if there are
   *     levels
   * @param levels the levels; all others are in the bin behind them; empty if there are edges
   * @param shares of the bins in order, NULL last; they add up to 1
   * @param rows of how many rows these are the shares
   */
  public record Profile(
      String column, double[] edges, List<String> levels, double[] shares, long rows)
      implements Serializable {
    public Profile {
      Valid.present(column, "the column of a profile");
      Valid.finite(edges, "the edges of " + column);
      Valid.finite(shares, "the shares of " + column);
      levels = List.copyOf(levels);
      Valid.that(
          edges.length == 0 || levels.isEmpty(), "%s has both edges and levels", column);
      for (int i = 1; i < edges.length; i++) {
        Valid.that(edges[i - 1] < edges[i], "the edges of %s do not ascend", column);
      }
      for (double share : shares) {
        Valid.that(share >= 0 && share <= 1, "a share of %s is %s", column, share);
      }
      int bins = Math.max(edges.length, levels.size()) + 2;
      Valid.that(
          shares.length == bins,
          "%s has %s bins and %s shares",
          column,
          bins,
          shares.length);
      Valid.that(rows > 0, "the shares of %s are those of %s rows", column, rows);
      edges = edges.clone();
      shares = shares.clone();
    }

    @Override
    public double[] edges() {
      return edges.clone();
    }

    @Override
    public double[] shares() {
      return shares.clone();
    }

    /** How many bins there are, that of NULL included. */
    public int size() {
      return shares.length;
    }

    /** The bin of a number; of NaN that of NULL. */
    public int bin(double number) {
      if (Double.isNaN(number)) {
        return binOfNull();
      }
      // -0.0 is 0.0 here, and below it for the search.
      int found = Arrays.binarySearch(edges, number + 0.0);
      return found >= 0 ? found + 1 : -found - 1;
    }

    /** The bin of a level. */
    public int bin(String level) {
      int found = levels.indexOf(level);
      return found >= 0 ? found : levels.size();
    }

    /** The bin of NULL. */
    public int binOfNull() {
      return shares.length - 1;
    }

    /** What each bin is shown as, such as {@code 10 to 20} or {@code tablet}. */
    public List<String> names() {
      Stream<String> bins =
          edges.length == 0
              ? Stream.concat(levels.stream(), Stream.of(levels.isEmpty() ? "any" : "other"))
              : IntStream.rangeClosed(0, edges.length).mapToObj(this::range);
      return Stream.concat(bins, Stream.of(LevelTable.NULL)).toList();
    }

    private String range(int bin) {
      if (bin == 0) {
        return "below " + plain(edges[0]);
      }
      return bin == edges.length
          ? "from " + plain(edges[bin - 1])
          : plain(edges[bin - 1]) + " to " + plain(edges[bin]);
    }

    private static String plain(double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? Long.toString((long) number)
          : Double.toString(number);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Profile same
          && column.equals(same.column)
          && Arrays.equals(edges, same.edges)
          && levels.equals(same.levels)
          && rows == same.rows
          && Arrays.equals(shares, same.shares);
    }

    @Override
    public int hashCode() {
      return column.hashCode() * 31 + Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
      return "Profile[column=%s, bins=%s, shares=%s]"
          .formatted(column, names(), Arrays.toString(shares));
    }
  }

  public Card {
    about = copy(about);
    figures = List.copyOf(figures);
    slices = List.copyOf(slices);
    bins = List.copyOf(bins);
    gain = List.copyOf(gain);
    confusions = List.copyOf(confusions);
    segments = List.copyOf(segments);
    weights = List.copyOf(weights);
    profiles = List.copyOf(profiles);
    scores = List.copyOf(scores);
    typical = copy(typical);
    warnings = List.copyOf(warnings);
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    for (Map.Entry<String, V> entry : map.entrySet()) {
      Valid.present(entry.getValue(), entry.getKey());
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private Card with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.card();
  }

  /** The same card with what is said of how it was trained. */
  public Card withAbout(Map<String, String> about) {
    return with(draft -> draft.about = about);
  }

  /** The same card with these figures. */
  public Card withFigures(List<Figure> figures) {
    return with(draft -> draft.figures = figures);
  }

  /** The same card with these figures behind those it has. */
  public Card withFiguresBehind(List<Figure> more) {
    return withFigures(Stream.concat(figures.stream(), more.stream()).toList());
  }

  /** The same card with these slices. */
  public Card withSlices(List<Slice> slices) {
    return with(draft -> draft.slices = slices);
  }

  /** The same card with this calibration table. */
  public Card withBins(List<Bin> bins) {
    return with(draft -> draft.bins = bins);
  }

  /** The same card with this curve of gains. */
  public Card withGain(List<Gain> gain) {
    return with(draft -> draft.gain = gain);
  }

  /** The same card with these confusions. */
  public Card withConfusions(List<Confusion> confusions) {
    return with(draft -> draft.confusions = confusions);
  }

  /** The same card with these segments. */
  public Card withSegments(List<Segment> segments) {
    return with(draft -> draft.segments = segments);
  }

  /** The same card with these weights. */
  public Card withWeights(List<Weight> weights) {
    return with(draft -> draft.weights = weights);
  }

  /** The same card with these profiles. */
  public Card withProfiles(List<Profile> profiles) {
    return with(draft -> draft.profiles = profiles);
  }

  /** The same card with these profiles of scores. */
  public Card withScores(List<Profile> scores) {
    return with(draft -> draft.scores = scores);
  }

  /** The same card with this for what its features add on average. */
  public Card withTypical(Map<String, Double> typical) {
    return with(draft -> draft.typical = typical);
  }

  /** The same card with these warnings. */
  public Card withWarnings(List<String> warnings) {
    return with(draft -> draft.warnings = warnings);
  }

  /** A card of which one part is being changed. */
  private static final class Draft {

    private Map<String, String> about;
    private List<Figure> figures;
    private List<Slice> slices;
    private List<Bin> bins;
    private List<Gain> gain;
    private List<Confusion> confusions;
    private List<Segment> segments;
    private List<Weight> weights;
    private List<Profile> profiles;
    private List<Profile> scores;
    private Map<String, Double> typical;
    private List<String> warnings;

    private Draft(Card card) {
      this.about = card.about;
      this.figures = card.figures;
      this.slices = card.slices;
      this.bins = card.bins;
      this.gain = card.gain;
      this.confusions = card.confusions;
      this.segments = card.segments;
      this.weights = card.weights;
      this.profiles = card.profiles;
      this.scores = card.scores;
      this.typical = card.typical;
      this.warnings = card.warnings;
    }

    private Card card() {
      return new Card(
          about, figures, slices, bins, gain, confusions, segments, weights, profiles, scores,
          typical, warnings);
    }
  }
}
