package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.IsolationForestHead;
import dev.sluice.ml.model.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks for what is unusual by an isolation forest.
 *
 * @param trees how many
 * @param drawn how many rows each tree is grown of
 * @param share of the rows that is expected to be unusual
 */
@Internal
public record AnomalySearch(int trees, int drawn, double share) implements Finder {

  /** How many rows are drawn at most. */
  public static final int SAMPLE = 50_000;

  /** Beyond this many times the expected share the threshold parts little. */
  private static final double FAR_OFF = 2;

  public AnomalySearch {
    if (trees < 1 || drawn < 2 || drawn > SAMPLE) {
      throw new IllegalArgumentException(
          "a forest has at least one tree of 2 to %,d rows, not %,d of %,d"
              .formatted(SAMPLE, trees, drawn));
    }
    if (!(share > 0 && share <= 0.5)) {
      throw new IllegalArgumentException(
          "the share that is expected to be unusual lies above 0 and is half at most, not "
              + share);
    }
  }

  @Override
  public Task task() {
    return Task.ANOMALIES;
  }

  @Override
  public String text() {
    return String.format(Locale.ROOT, "isolation forest, %,d trees of %,d rows", trees, drawn);
  }

  @Override
  public Optional<Found> in(UnlabelledRows rows, long seed) {
    List<EncodedRow> sample = RowSample.of(rows.vectors(), SAMPLE, seed);
    if (sample.size() < 2) {
      return Optional.empty();
    }
    IsolationForestHead head = new IsolationForest(trees, drawn, seed).grow(sample, rows.widths());
    Unusual unusual = Unusual.of(head, sample, share);
    return Optional.of(
        new Found(
            head,
            OptionalDouble.of(unusual.threshold()),
            Card.EMPTY
                .withAbout(about(unusual, sample.size()))
                .withTypical(rows.byFeature(unusual.contributions()))
                .withWarnings(warnings(unusual))));
  }

  private Map<String, String> about(Unusual unusual, int sample) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("rows drawn", String.format(Locale.ROOT, "%,d", sample));
    about.put(
        "unusual",
        String.format(
            Locale.ROOT,
            "from score %.4f on: %.2f %% of the rows drawn, %.2f %% expected",
            unusual.threshold(),
            unusual.share() * 100,
            share * 100));
    return about;
  }

  private List<String> warnings(Unusual unusual) {
    return unusual.share() <= FAR_OFF * share
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%.1f %% of the rows are unusual, not %.1f %%, for so many score alike: numbers among the features would tell them apart",
                unusual.share() * 100,
                share * 100));
  }

  /** What is farthest off is what is looked for. */
  @Override
  public boolean takesFarOff() {
    return true;
  }

  @Override
  public String nothing() {
    return "nothing is unusual among fewer than 2 rows: look for where the others are lost, such as a filter or a join";
  }
}
