package dev.sluice.ml.evaluate;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How many rows have which score, as a picture. The axis of the rows is logarithmic: what is rare, and looked for, would not be seen
 * beside what is usual.
 *
 * <pre>{@code
 * String picture = Histogram.of("Scores of users", scores).marked(0.62).svg();
 * }</pre>
 */
public final class Histogram {

  private static final int BARS = 50;
  private static final int LEFT = 62;
  private static final int TOP = 34;
  private static final int WIDE = 500;
  private static final int HIGH = 200;

  private final String title;
  private final double[] scores;
  private final OptionalDouble mark;

  private Histogram(String title, double[] scores, OptionalDouble mark) {
    this.title = title;
    this.scores = scores;
    this.mark = mark;
  }

  /**
   * Of some scores.
   *
   * @param title what they are, in a few words
   * @param scores at least one, all finite
   * @throws IllegalArgumentException if there is none, or one is not finite
   */
  public static Histogram of(String title, double[] scores) {
    if (scores.length == 0) {
      throw new IllegalArgumentException("a histogram is of one score or more, not of none");
    }
    for (double score : scores) {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("a score is %s: leave it out".formatted(score));
      }
    }
    return new Histogram(title, scores.clone(), OptionalDouble.empty());
  }

  /** The same with a line at a score, such as that from which on a row is unusual; what is beyond it has another colour. */
  public Histogram marked(double score) {
    return new Histogram(title, scores, OptionalDouble.of(score));
  }

  /** The picture, a whole SVG. */
  public String svg() {
    double least = Arrays.stream(scores).min().orElseThrow();
    double most = Arrays.stream(scores).max().orElseThrow();
    double width = most > least ? (most - least) / BARS : 1;
    long[] counts = new long[BARS];
    for (double score : scores) {
      counts[(int) Math.min(BARS - 1, (score - least) / width)]++;
    }
    double highest = Math.max(1, Math.ceil(Math.log10(Arrays.stream(counts).max().orElse(1))));
    Markup svg = Plot.svg(title, LEFT + WIDE + 30, TOP + HIGH + 44);
    svg.leaf("text", Shown.name(title), "x", LEFT, "y", 20, "font-weight", "bold");
    for (int power = 0; power <= highest; power++) {
      double y = TOP + HIGH * (1 - height(Math.pow(10, power), highest));
      svg.empty("path", "d", "M%s %sh%s".formatted(LEFT, Plot.n(y), WIDE), "stroke", "#ddd");
      words(svg, Shown.count((long) Math.pow(10, power)), LEFT - 8, y + 4, "end");
    }
    for (int bar = 0; bar < BARS; bar++) {
      double high = HIGH * height(counts[bar], highest);
      svg.empty(
          "rect",
          "x",
          Plot.n(LEFT + (double) WIDE * bar / BARS),
          "y",
          Plot.n(TOP + HIGH - high),
          "width",
          Plot.n((double) WIDE / BARS - 1),
          "height",
          Plot.n(high),
          "fill",
          mark.isPresent() && least + width * (bar + 0.5) >= mark.getAsDouble()
              ? "#d9822b"
              : "#1f6fb2");
    }
    words(svg, Shown.number(least), LEFT, TOP + HIGH + 16, "start");
    words(svg, Shown.number(most), LEFT + WIDE, TOP + HIGH + 16, "end");
    words(svg, "score", LEFT + WIDE / 2.0, TOP + HIGH + 34, "middle");
    if (mark.isPresent() && mark.getAsDouble() >= least && mark.getAsDouble() <= most) {
      double x = LEFT + WIDE * (mark.getAsDouble() - least) / (width * BARS);
      svg.empty(
          "path",
          "d",
          "M%s %sv%s".formatted(Plot.n(x), TOP, HIGH),
          "stroke",
          "#222",
          "stroke-dasharray",
          "4 3");
      words(svg, Shown.number(mark.getAsDouble()), x, TOP + HIGH + 16, "middle");
    }
    return svg.close().toString();
  }

  /** One row is a little above the axis, none is on it. */
  private static double height(double count, double highest) {
    return count == 0 ? 0 : (Math.log10(count) + 0.15) / (highest + 0.15);
  }

  private static void words(Markup svg, String text, double x, double y, String anchor) {
    svg.leaf("text", text, "x", Plot.n(x), "y", Plot.n(y), "text-anchor", anchor);
  }
}
