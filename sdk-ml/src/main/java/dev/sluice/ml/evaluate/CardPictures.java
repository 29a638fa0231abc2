package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The pictures of a card, each a whole SVG. */
final class CardPictures {

  /** What figures of rows are called that say nothing of how good a model is. */
  private static final String TRAIN = "train";

  private static final int MOST_SEGMENTS = 12;
  private static final int MOST_TRAITS = 20;
  private static final int TRAITS_OF_EACH = 5;

  private CardPictures() {}

  /** As many as the card has something to show in, by the name of a file. */
  static Map<String, Markup> of(Card card) {
    Map<String, Markup> pictures = new LinkedHashMap<>();
    List<Card.Figure> figures =
        card.figures().stream().filter(figure -> !figure.of().equals(TRAIN)).toList();
    if (!figures.isEmpty()) {
      pictures.put("figures.svg", FigurePicture.of(figures));
    }
    if (!card.bins().isEmpty()) {
      pictures.put("calibration.svg", calibration(card.bins()));
    }
    if (!card.gain().isEmpty()) {
      pictures.put("gain.svg", gain(card.gain()));
    }
    if (!card.segments().isEmpty()) {
      pictures.put("segments.svg", segments(card.segments()));
    }
    return pictures;
  }

  /** What the probabilities said against what happened; on the diagonal they are right. */
  private static Markup calibration(List<Card.Bin> bins) {
    List<Interval> reaches =
        bins.stream()
            .map(
                bin -> Interval.wilson(
                    Math.min(1, Math.max(0, bin.happened())), Math.max(1, bin.rows())))
            .toList();
    double most = 1e-6;
    for (int i = 0; i < bins.size(); i++) {
      Card.Bin bin = bins.get(i);
      most = Math.max(most, Math.max(bin.predicted(), bin.happened()));
    }
    Plot plot = new Plot("Calibration", "predicted", "happened", round(most)).diagonal();
    plot.line(
        bins.stream().mapToDouble(Card.Bin::predicted).toArray(),
        bins.stream().mapToDouble(Card.Bin::happened).toArray());
    for (int i = 0; i < bins.size(); i++) {
      Card.Bin bin = bins.get(i);
      plot.point(
          bin.predicted(), bin.happened(), reaches.get(i).low(), reaches.get(i).high());
    }
    return plot.done();
  }

  /** The next of 1, 2, 4, 6 and 8 with so many zeros, so that a fourth of it is short; at most 1. */
  private static double round(double most) {
    double unit = Math.pow(10, Math.floor(Math.log10(most)));
    for (int step : new int[]{1, 2, 4, 6, 8}) {
      if (most <= step * unit) {
        return Math.min(1, step * unit);
      }
    }
    return Math.min(1, 10 * unit);
  }

  /** What is found among the rows with the highest scores; on the diagonal the order is by chance. */
  private static Markup gain(List<Card.Gain> gain) {
    return new Plot("Gain", "rows with the highest scores", "found of what happened", 1)
        .diagonal()
        .line(
            gain.stream().mapToDouble(Card.Gain::rows).toArray(),
            gain.stream().mapToDouble(Card.Gain::found).toArray())
        .done();
  }

  /** How much more or less of each trait there is in each segment. */
  private static Markup segments(List<Card.Segment> all) {
    List<Card.Segment> segments = all.stream().limit(MOST_SEGMENTS).toList();
    List<String> traits = traits(segments);
    int left = 200;
    int wide = 74;
    int high = 24;
    int top = 64;
    Markup svg =
        Plot.svg(
            "Segments", left + wide * segments.size() + 12, top + high * traits.size() + 14);
    svg.leaf("text", "Segments", "x", 10, "y", 20, "font-weight", "bold");
    for (int column = 0; column < segments.size(); column++) {
      int middle = left + wide * column + wide / 2;
      Card.Segment segment = segments.get(column);
      svg.leaf(
          "text", Shown.name(segment.name(), 11), "x", middle, "y", 42, "text-anchor", "middle");
      svg.leaf(
          "text",
          Shown.count(segment.rows()),
          "x",
          middle,
          "y",
          56,
          "text-anchor",
          "middle",
          "fill",
          "#666");
    }
    for (int row = 0; row < traits.size(); row++) {
      String what = traits.get(row);
      int y = top + high * row;
      svg.leaf(
          "text", Shown.name(what, 32), "x", left - 8, "y", y + 16, "text-anchor", "end");
      for (int column = 0; column < segments.size(); column++) {
        int x = left + wide * column;
        segments.get(column).traits().stream()
            .filter(trait -> trait.what().equals(what))
            .findFirst()
            .ifPresent(trait -> cell(svg, trait.lift(), x, y, wide, high));
      }
    }
    return svg.close();
  }

  private static void cell(Markup svg, double lift, int x, int y, int wide, int high) {
    // Eight times as much, or an eighth, is as dark as it gets.
    double strength = lift < 0 ? 0 : Math.min(1, Math.abs(Math.log(lift)) / Math.log(8));
    svg.empty(
        "rect",
        "x",
        x + 1,
        "y",
        y + 1,
        "width",
        wide - 2,
        "height",
        high - 2,
        "fill",
        lift >= 1 ? "#1f6fb2" : "#d9822b",
        "fill-opacity",
        Plot.n(0.08 + 0.62 * strength));
    svg.leaf(
        "text",
        "× " + String.format(Locale.ROOT, Math.abs(lift) < 10 ? "%.2f" : "%,.0f", lift),
        "x",
        x + wide / 2,
        "y",
        y + 16,
        "text-anchor",
        "middle");
  }

  private static List<String> traits(List<Card.Segment> segments) {
    Set<String> traits = new LinkedHashSet<>();
    for (Card.Segment segment : segments) {
      segment.traits().stream().limit(TRAITS_OF_EACH).map(Card.Trait::what).forEach(traits::add);
    }
    return new ArrayList<>(traits).subList(0, Math.min(MOST_TRAITS, traits.size()));
  }
}
