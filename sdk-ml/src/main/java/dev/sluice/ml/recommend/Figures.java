package dev.sluice.ml.recommend;

import dev.sluice.ml.model.Card.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures of a test, from what was told of each user. */
final class Figures {

  private static final String OF = "test";

  private final List<UserTally> users;

  Figures(List<UserTally> users) {
    this.users = users;
  }

  /** All that can be told of ratings, and of what was recommended. */
  List<Figure> all(Feedback feedback, int most) {
    List<Figure> figures = new ArrayList<>();
    if (feedback == Feedback.EXPLICIT) {
      figures.add(
          error(
              "RMSE", UserTally::ratings, UserTally::squares, UserTally::biasSquares));
      if (sum(UserTally::knownRatings) > 0) {
        figures.add(
            error(
                "RMSE of known pairs",
                UserTally::knownRatings,
                UserTally::knownSquares,
                UserTally::knownBiasSquares));
      }
    }
    if (sum(UserTally::relevant) > 0) {
      figures.add(
          share(
              "precision@" + most,
              user -> user.hits() / (double) most,
              user -> user.popularHits() / (double) most));
      figures.add(
          share(
              "recall@" + most,
              user -> user.hits() / (double) user.relevant(),
              user -> user.popularHits() / (double) user.relevant()));
    }
    return figures;
  }

  private Figure error(
      String name,
      ToDoubleFunction<UserTally> counts,
      ToDoubleFunction<UserTally> squares,
      ToDoubleFunction<UserTally> biasSquares) {
    Ratio mean = ratio(counts, squares);
    return new Figure(
        name,
        OF,
        Math.sqrt(mean.value()),
        Math.sqrt(Math.max(0, mean.low())),
        Math.sqrt(mean.high()),
        Math.sqrt(ratio(counts, biasSquares).value()),
        sum(counts) / sum(UserTally::ratings));
  }

  private Figure share(
      String name, ToDoubleFunction<UserTally> own, ToDoubleFunction<UserTally> popular) {
    Ratio mean = ratio(Figures::asked, user -> asked(user) == 0 ? 0 : own.applyAsDouble(user));
    Ratio baseline =
        ratio(Figures::asked, user -> asked(user) == 0 ? 0 : popular.applyAsDouble(user));
    return new Figure(
        name,
        OF,
        mean.value(),
        Math.max(0, mean.low()),
        Math.min(1, mean.high()),
        baseline.value(),
        sum(Figures::asked) / users.size());
  }

  private static double asked(UserTally user) {
    return user.relevant() > 0 ? 1 : 0;
  }

  /** How much greater the squares of the errors are than those of the biases, of known pairs. */
  Ratio beyondBiases() {
    return ratio(
        UserTally::knownRatings, user -> user.knownSquares() - user.knownBiasSquares());
  }

  /** How much more is hit than by what is recommended to all. */
  Ratio beyondPopular() {
    return ratio(Figures::asked, user -> (double) user.hits() - user.popularHits());
  }

  private Ratio ratio(ToDoubleFunction<UserTally> counts, ToDoubleFunction<UserTally> sums) {
    return Ratio.of(
        users.stream().mapToDouble(counts).toArray(), users.stream().mapToDouble(sums).toArray());
  }

  double sum(ToDoubleFunction<UserTally> number) {
    return users.stream().mapToDouble(number).sum();
  }

  /** A number of few digits, for people. */
  static String plain(double number) {
    return new BigDecimal(number).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
