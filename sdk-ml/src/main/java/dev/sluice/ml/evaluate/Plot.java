package dev.sluice.ml.evaluate;

import java.util.Locale;

/** A square of SVG with two axes from 0, on which points, lines and bars are drawn in the units of the axes. */
final class Plot {

  private static final double SIDE = 260;
  private static final double LEFT = 58;
  private static final double TOP = 34;
  private static final double RIGHT = 22;
  private static final double BOTTOM = 48;
  private static final int TICKS = 4;

  private final Markup svg;
  private final double most;

  /**
   * An empty one.
   *
   * @param most where both axes end
   */
  Plot(String title, String across, String upwards, double most) {
    this.most = most;
    this.svg = svg(title, LEFT + SIDE + RIGHT, TOP + SIDE + BOTTOM);
    words(title, LEFT, 20, "start", "font-weight", "bold");
    for (int i = 0; i <= TICKS; i++) {
      double at = most * i / TICKS;
      svg.empty(
          "path",
          "d",
          "M%s %sH%sM%s %sV%s"
              .formatted(n(x(0)), n(y(at)), n(x(most)), n(x(at)), n(y(0)), n(y(most))),
          "stroke",
          "#ddd");
      String tick = percent(at);
      words(tick, x(at), y(0) + 16, "middle");
      words(tick, x(0) - 6, y(at) + 4, "end");
    }
    words(across, x(most / 2), y(0) + 36, "middle");
    double middle = y(most / 2);
    words(
        upwards,
        13,
        middle,
        "middle",
        "transform",
        "rotate(-90 13 %s)".formatted(n(middle)));
  }

  /** The outermost element of a picture that stands alone. */
  static Markup svg(String title, double width, double height) {
    return new Markup()
        .open(
            "svg",
            "xmlns",
            "http://www.w3.org/2000/svg",
            "role",
            "img",
            "width",
            n(width),
            "height",
            n(height),
            "viewBox",
            "0 0 %s %s".formatted(n(width), n(height)),
            "font-family",
            "sans-serif",
            "font-size",
            "11",
            "fill",
            "#222")
        .leaf("title", title)
        .empty("rect", "width", "100%", "height", "100%", "fill", "#fff");
  }

  /** From corner to corner. */
  Plot diagonal() {
    svg.empty(
        "path",
        "d",
        "M%s %sL%s %s".formatted(n(x(0)), n(y(0)), n(x(most)), n(y(most))),
        "stroke",
        "#999",
        "stroke-dasharray",
        "4 3");
    return this;
  }

  /** A line through points. */
  Plot line(double[] across, double[] upwards) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < across.length; i++) {
      path.append(i == 0 ? 'M' : 'L').append(n(x(across[i]))).append(' ');
      path.append(n(y(upwards[i])));
    }
    svg.empty("path", "d", path, "stroke", "#1f6fb2", "stroke-width", "2", "fill", "none");
    return this;
  }

  /** A point, and how far it reaches up and down. */
  Plot point(double across, double upwards, double low, double high) {
    svg.empty(
        "path",
        "d",
        "M%s %sV%s".formatted(n(x(across)), n(y(low)), n(y(high))),
        "stroke",
        "#1f6fb2");
    svg.empty("circle", "cx", n(x(across)), "cy", n(y(upwards)), "r", "3", "fill", "#1f6fb2");
    return this;
  }

  /** All of it. */
  Markup done() {
    return svg.close();
  }

  private void words(String text, double x, double y, String anchor, Object... more) {
    Object[] attributes = new Object[6 + more.length];
    System.arraycopy(
        new Object[]{"x", n(x), "y", n(y), "text-anchor", anchor}, 0, attributes, 0, 6);
    System.arraycopy(more, 0, attributes, 6, more.length);
    svg.leaf("text", text, attributes);
  }

  private String percent(double share) {
    return String.format(Locale.ROOT, most < 0.05 ? "%.2f %%" : most < 0.5 ? "%.1f %%" : "%.0f %%",
        share * 100);
  }

  private double x(double across) {
    return LEFT + SIDE * within(across);
  }

  private double y(double upwards) {
    return TOP + SIDE * (1 - within(upwards));
  }

  private double within(double number) {
    return Math.min(1, Math.max(0, number / most));
  }

  /** A length, to a hundredth. */
  static String n(double length) {
    return String.format(Locale.ROOT, "%.2f", length).replaceFirst("\\.?0+$", "");
  }
}
