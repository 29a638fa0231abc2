package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Card.Figure;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How good a recommender is, told by ratings that were held out from it.
 *
 * @param figures each with its interval, what the biases alone do, or what is recommended to all, and the share of what it is
 *     about; empty if nothing was held out
 * @param coverage what of the ratings that were held out could be known
 * @param ratings how many pairs of user and item there are in all
 * @param users how many users
 * @param items how many items
 * @param leftOut how many rows are no ratings, by reason
 * @param warnings what is doubtful, and what to do
 */
public record RecommenderReport(
    List<Figure> figures,
    Optional<Coverage> coverage,
    long ratings,
    int users,
    int items,
    Map<String, Long> leftOut,
    List<String> warnings) {

  /** Keeps what is given. */
  public RecommenderReport {
    figures = List.copyOf(figures);
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    warnings = List.copyOf(warnings);
  }

  /** A figure by its name, such as {@code RMSE} or {@code precision@10}; empty if it could not be measured. */
  public Optional<Figure> figure(String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
  }

  /** All of it, a line each. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "%,d ratings of %,d users for %,d items", ratings, users, items);
    leftOut.forEach((reason, rows) -> line(text, "left out: %,d rows, for %s", rows, reason));
    for (Figure figure : figures) {
      line(
          text,
          "%s: %.3f (95 %%: %.3f to %.3f); without factors: %.3f; of %.1f %%",
          figure.name(),
          figure.value(),
          figure.low(),
          figure.high(),
          figure.baseline(),
          100 * figure.coverage());
    }
    coverage.ifPresent(
        known -> line(
            text,
            "known: %.1f %% of the ratings, %.1f %% of the users, %.1f %% of the items; recommended: %.1f %% of the catalogue",
            100 * known.ratings(),
            100 * known.users(),
            100 * known.items(),
            100 * known.catalogue()));
    warnings.forEach(warning -> line(text, "warning: %s", warning));
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
