package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.List;

/**
 * Figures with their intervals, and what one gets without a model. Each stands on an axis of its own, which reaches a little
 * beyond what is on it; so lengths are compared within a line, and never between lines.
 */
final class FigurePicture {

  private static final int MOST = 12;
  private static final int TOP = 58;
  private static final int HIGH = 26;
  private static final int LEFT = 170;
  private static final int WIDE = 220;
  private static final int RIGHT = 280;
  private static final double BEYOND = 0.15;

  private FigurePicture() {}

  static Markup of(List<Card.Figure> all) {
    List<Card.Figure> figures = all.stream().limit(MOST).toList();
    Markup svg =
        Plot.svg("Figures", LEFT + WIDE + RIGHT, TOP + HIGH * figures.size() + 10);
    svg.leaf("text", "Figures", "x", 10, "y", 20, "font-weight", "bold");
    mark(svg, 10, 40, "#1f6fb2");
    svg.leaf("text", "with 95 % interval", "x", 22, "y", 44);
    tick(svg, LEFT + 6, 40);
    svg.leaf("text", "without a model", "x", LEFT + 14, "y", 44);
    for (int i = 0; i < figures.size(); i++) {
      line(svg, figures.get(i), TOP + HIGH * i + HIGH / 2);
    }
    return svg.close();
  }

  private static void line(Markup svg, Card.Figure figure, int y) {
    double low = Math.min(figure.value(), Math.min(figure.low(), figure.baseline()));
    double high = Math.max(figure.value(), Math.max(figure.high(), figure.baseline()));
    double margin = high > low ? BEYOND * (high - low) : 1;
    double from = low - margin;
    double unit = WIDE / (high + margin - from);
    svg.leaf(
        "text", Shown.name(figure.name(), 26), "x", LEFT - 10, "y", y + 4, "text-anchor", "end");
    svg.empty("path", "d", "M%s %sh%s".formatted(LEFT, y, WIDE), "stroke", "#ddd");
    tick(svg, LEFT + unit * (figure.baseline() - from), y);
    svg.empty(
        "path",
        "d",
        "M%s %sH%s"
            .formatted(
                Plot.n(LEFT + unit * (figure.low() - from)),
                y,
                Plot.n(LEFT + unit * (figure.high() - from))),
        "stroke",
        "#1f6fb2",
        "stroke-width",
        "3");
    mark(svg, LEFT + unit * (figure.value() - from), y, "#1f6fb2");
    svg.leaf(
        "text",
        "%s (%s to %s), without %s"
            .formatted(
                Shown.number(figure.value()),
                Shown.number(figure.low()),
                Shown.number(figure.high()),
                Shown.number(figure.baseline())),
        "x",
        LEFT + WIDE + 12,
        "y",
        y + 4);
  }

  private static void mark(Markup svg, double x, double y, String colour) {
    svg.empty("circle", "cx", Plot.n(x), "cy", Plot.n(y), "r", "4", "fill", colour);
  }

  private static void tick(Markup svg, double x, double y) {
    svg.empty(
        "path",
        "d",
        "M%s %sv14".formatted(Plot.n(x), Plot.n(y - 7)),
        "stroke",
        "#d9822b",
        "stroke-width",
        "3");
  }
}
