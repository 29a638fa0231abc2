package dev.sluice.samples.anomalies;

import dev.sluice.ml.evaluate.BinaryMeasures;
import dev.sluice.ml.evaluate.BinaryRows;
import dev.sluice.ml.evaluate.Histogram;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Reason;
import dev.sluice.text.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of the scores of users, where it is known too who is a bot.
 *
 * @param users all users that were scored
 */
record FoundBots(List<OddUser> users) {

  private static final int STEPS = 100;
  private static final int SHOWN = 10;

  private BinaryMeasures measures() {
    double[] scores = users.stream().mapToDouble(OddUser::score).toArray();
    boolean[] bots = new boolean[scores.length];
    for (int i = 0; i < bots.length; i++) {
      bots[i] = Bots.isBot(users.get(i).userId());
    }
    return BinaryMeasures.of(BinaryRows.of(scores, bots), "all");
  }

  /** The area under the ROC curve of the scores: how often a bot scores higher than another user. Empty if there is no bot. */
  Optional<Card.Figure> auc() {
    return measures().auc();
  }

  /** A card with how good the scores are, which nobody knows of real events. */
  Card onto(Card card) {
    return card.withFigures(auc().stream().toList()).withGain(measures().gain(STEPS));
  }

  /** How many users have which score. */
  String histogram() {
    Histogram scores =
        Histogram.of(
            "Scores of users", users.stream().mapToDouble(OddUser::score).toArray());
    return users.stream()
        .filter(OddUser::odd)
        .mapToDouble(OddUser::score)
        .min()
        .stream()
        .mapToObj(scores::marked)
        .findFirst()
        .orElse(scores)
        .svg();
  }

  /** The oddest users, with what sets them apart. */
  @Override
  public String toString() {
    TextTable table = new TextTable("User", "Score", "Bot", "What sets the user apart");
    users.stream()
        .sorted(
            Comparator.comparingDouble((OddUser user) -> -user.score())
                .thenComparingLong(OddUser::userId))
        .limit(SHOWN)
        .forEach(
            user -> table.row(
                Long.toString(user.userId()),
                String.format(Locale.ROOT, "%.4f", user.score()),
                Bots.isBot(user.userId()) ? "yes" : "no",
                user.why().stream().map(FoundBots::text).collect(Collectors.joining(", "))));
    return table.toString();
  }

  private static String text(Reason reason) {
    return String.format(
        Locale.ROOT, "%s %.3f", reason.feature(), Double.parseDouble(reason.value()));
  }
}
