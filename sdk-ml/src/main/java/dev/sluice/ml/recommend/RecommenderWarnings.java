package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Card.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is doubtful about a recommender, in words. */
final class RecommenderWarnings {

  private static final double LITTLE = 0.5;
  private static final double UNNOTICED = 0.001;

  private final List<String> warnings = new ArrayList<>();

  /** Of the rows. */
  RecommenderWarnings rows(RatingRows rows, Feedback feedback) {
    long left = rows.leftOut().values().stream().mapToLong(Long::longValue).sum();
    if (left > 0) {
      add("%,d rows are left out: %s", left, rows.leftOut());
    }
    if (feedback == Feedback.EXPLICIT && rows.size() < rows.rows()) {
      add(
          "%,d rows are of a user and an item that stand in another row too: each pair counts once",
          rows.rows() - rows.size());
    }
    return this;
  }

  /** Of what was learned of all ratings. */
  RecommenderWarnings learned(Latent latent) {
    if (latent.supported() == 0) {
      add(
          "no item has %s ratings, so nothing is ever recommended: lower leastSupport",
          latent.options().leastSupport());
    }
    if (!latent.options().isImplicit() && isFlat(latent)) {
      add(
          "all ratings are %s, and tell nothing: if users only rate what they like, this is implicit feedback, eachRowCounts()",
          latent.mean());
    }
    return this;
  }

  private static boolean isFlat(Latent latent) {
    for (Side side : List.of(latent.users(), latent.items())) {
      for (double bias : side.biases()) {
        if (Math.abs(bias) > 1e-9) {
          return false;
        }
      }
    }
    return true;
  }

  /** Of what was measured. */
  RecommenderWarnings measured(
      Figures figures, List<Figure> all, Coverage coverage, double regularization) {
    Optional<Figure> known = named(all, "RMSE of known pairs");
    if (known.filter(RecommenderWarnings::isOfBiasesAlone).isPresent()) {
      add(
          "the factors add nothing to the biases (RMSE %.3f and %.3f): a regularization of %s draws tastes as weak as these to nothing, so try a lower one, such as %s; if predictions are worse then, there is no taste in these ratings",
          known.get().value(),
          known.get().baseline(),
          Figures.plain(regularization),
          Figures.plain(regularization / 5));
    } else if (known.isPresent() && figures.beyondBiases().high() >= 0) {
      add(
          "the factors do not make predictions surely better than the biases alone (RMSE %.3f and %.3f): give it more ratings, a higher regularization or a lower rank",
          known.get().value(),
          known.get().baseline());
    }
    Optional<Figure> precision =
        all.stream().filter(figure -> figure.name().startsWith("precision@")).findFirst();
    if (precision.isPresent() && figures.beyondPopular().high() < 0) {
      add(
          "what is recommended to a user is worse than what all like most (%s %.4f and %.4f)",
          precision.get().name(),
          precision.get().value(),
          precision.get().baseline());
    }
    if (coverage.ratings() < LITTLE) {
      add(
          "only %.1f %% of the ratings that were held out are of users and items that were trained with; the others are answered by biases, so figures of known pairs tell little of how it will do",
          100 * coverage.ratings());
    }
    return this;
  }

  /** To a thousandth: factors that follow the noise make it worse by more. */
  private static boolean isOfBiasesAlone(Figure error) {
    return Math.abs(error.value() - error.baseline()) <= UNNOTICED * error.baseline();
  }

  private static Optional<Figure> named(List<Figure> figures, String name) {
    return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
  }

  /** Nothing was held out although something should have been. */
  RecommenderWarnings unmeasured(String why) {
    add("nothing was measured: %s", why);
    return this;
  }

  private void add(String warning, Object... arguments) {
    warnings.add(String.format(Locale.ROOT, warning, arguments));
  }

  List<String> all() {
    return List.copyOf(warnings);
  }
}
