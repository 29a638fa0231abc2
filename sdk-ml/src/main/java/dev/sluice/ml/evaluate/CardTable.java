package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of a card in columns, as the text and the page show it.
 *
 * @param title what it is about
 * @param header a word above each column; the first one is of names, the others are of numbers
 * @param rows a text for each column
 * @param more how many rows were left out
 */
record CardTable(String title, List<String> header, List<List<String>> rows, int more) {

  private static final int MOST_LABELS = 12;

  /**
   * All parts of a card that there is something in, but for what is said of it and its warnings.
   *
   * @param most how many rows a part has at most, of those that may have thousands
   */
  static List<CardTable> of(Card card, int most) {
    Stream<CardTable> tables =
        Stream.of(
            Stream.of(
                figures(card.figures()),
                slices(card.slices()),
                bins(card.bins()),
                gain(card.gain()),
                confusions(card.confusions(), most)),
            card.segments().stream().map(CardTable::segment),
            Stream.of(weights(card.weights(), most)))
            .flatMap(Function.identity());
    return tables.filter(table -> !table.rows.isEmpty()).toList();
  }

  private static CardTable figures(List<Card.Figure> figures) {
    return new CardTable(
        "Figures",
        List.of("Figure", "Rows", "Value", "95 % interval", "Baseline", "Coverage"),
        figures.stream()
            .map(
                figure -> Stream.concat(
                    Stream.of(Shown.name(figure.name()), Shown.name(figure.of())),
                    numbers(figure))
                    .toList())
            .toList(),
        0);
  }

  private static CardTable slices(List<Card.Slice> slices) {
    return new CardTable(
        "Slices",
        List.of("Slice", "Rows", "Figure", "Value", "95 % interval", "Baseline", "Coverage"),
        slices.stream()
            .map(
                slice -> Stream.concat(
                    Stream.of(
                        Shown.name(slice.column() + " = " + slice.level()),
                        Shown.count(slice.rows()),
                        Shown.name(slice.figure().name())),
                    numbers(slice.figure()))
                    .toList())
            .toList(),
        0);
  }

  private static Stream<String> numbers(Card.Figure figure) {
    return Stream.of(
        Shown.number(figure.value()),
        Shown.number(figure.low()) + " to " + Shown.number(figure.high()),
        Shown.number(figure.baseline()),
        Shown.share(figure.coverage()));
  }

  private static CardTable bins(List<Card.Bin> bins) {
    return new CardTable(
        "Calibration",
        List.of("Probability", "Rows", "Predicted", "Happened"),
        bins.stream()
            .map(
                bin -> List.of(
                    Shown.number(bin.low()) + " to " + Shown.number(bin.high()),
                    Shown.count(bin.rows()),
                    Shown.number(bin.predicted()),
                    Shown.number(bin.happened())))
            .toList(),
        0);
  }

  /** The curve at tenths; the picture has all of it. */
  private static CardTable gain(List<Card.Gain> gain) {
    return new CardTable(
        "Gain",
        List.of("Highest scores", "Found"),
        gain.stream()
            .filter(point -> point.rows() > 0 && isTenth(point.rows()))
            .map(point -> List.of(Shown.share(point.rows()), Shown.share(point.found())))
            .toList(),
        0);
  }

  private static boolean isTenth(double share) {
    return Math.abs(share * 10 - Math.rint(share * 10)) < 1e-9;
  }

  /** As a matrix if it has few labels, otherwise pair by pair. */
  private static CardTable confusions(List<Card.Confusion> confusions, int most) {
    Set<String> labels = new LinkedHashSet<>();
    confusions.forEach(confusion -> labels.add(confusion.happened()));
    confusions.forEach(confusion -> labels.add(confusion.predicted()));
    return labels.size() <= MOST_LABELS
        ? matrix(labels, confusions)
        : new CardTable(
            "Confusions",
            List.of("Right label", "Given label", "Rows"),
            confusions.stream()
                .limit(most)
                .map(
                    confusion -> List.of(
                        Shown.name(confusion.happened()),
                        Shown.name(confusion.predicted()),
                        Shown.count(confusion.rows())))
                .toList(),
            confusions.size() - most);
  }

  private static CardTable matrix(Set<String> labels, List<Card.Confusion> confusions) {
    Map<List<String>, Long> counts = new LinkedHashMap<>();
    for (Card.Confusion confusion : confusions) {
      counts.merge(
          List.of(confusion.happened(), confusion.predicted()), confusion.rows(), Long::sum);
    }
    List<List<String>> rows = new ArrayList<>();
    for (String happened : labels) {
      List<String> row = new ArrayList<>();
      row.add(Shown.name(happened));
      for (String given : labels) {
        row.add(Shown.count(counts.getOrDefault(List.of(happened, given), 0L)));
      }
      rows.add(row);
    }
    List<String> header =
        Stream.concat(Stream.of("Right label, given:"), labels.stream().map(Shown::name)).toList();
    return new CardTable("Confusions", header, rows, 0);
  }

  private static CardTable segment(Card.Segment segment) {
    return new CardTable(
        "Segment %s, %s rows".formatted(Shown.name(segment.name()), Shown.count(segment.rows())),
        List.of("Trait", "Here", "Everywhere", "Lift"),
        segment.traits().stream()
            .map(
                trait -> List.of(
                    Shown.name(trait.what()),
                    Shown.number(trait.here()),
                    Shown.number(trait.everywhere()),
                    Shown.number(trait.lift())))
            .toList(),
        0);
  }

  private static CardTable weights(List<Card.Weight> weights, int most) {
    return new CardTable(
        "Features",
        List.of("Feature", "Weight"),
        weights.stream()
            .limit(most)
            .map(weight -> List.of(Shown.name(weight.slot()), Shown.number(weight.weight())))
            .toList(),
        weights.size() - most);
  }
}
