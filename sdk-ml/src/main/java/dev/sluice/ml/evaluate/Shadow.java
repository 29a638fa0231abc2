package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.ShadowCounts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a candidate did in the shadow of the model that is in use: both have scored the same rows, and the scores that were
 * delivered are those of the model.
 *
 * @param candidate the candidate's name
 * @param rows how many rows both have scored
 * @param notScored how many of the rows that the model has scored the candidate cannot
 * @param scoredAlone how many of those that the model has rejected the candidate could score
 * @param up for how many the candidate decides yes where the model decides no, or gives another label
 * @param down for how many it decides no where the model decides yes
 * @param difference the mean of the absolute differences of scores
 * @param slices the same by the levels of the columns that the model watches
 */
public record Shadow(
    String candidate,
    long rows,
    long notScored,
    long scoredAlone,
    long up,
    long down,
    double difference,
    List<ShadowCounts.Slice> slices) {

  private static final long LEAST_ROWS = 100;

  public Shadow {
    slices = List.copyOf(slices);
  }

  /**
   * From what was counted.
   *
   * @param numbers of the counts, in the order of their names
   */
  public static Shadow of(ShadowCounts counts, long[] numbers, long scoredAlone) {
    return new Shadow(
        counts.candidate().document().name(),
        counts.scored(numbers),
        counts.notScored(numbers),
        scoredAlone,
        counts.up(numbers),
        counts.down(numbers),
        counts.difference(numbers),
        counts.slices(numbers));
  }

  /** For how many rows the two say something else. */
  public long flips() {
    return up + down;
  }

  /** The share of the rows for which both say the same, 0 to 1; 1 if there was no row. */
  public double agreement() {
    return rows == 0 ? 1 : 1 - (double) flips() / rows;
  }

  /** The slice of at least 100 rows with the largest share of flips, if any row of such a slice flips. */
  public Optional<ShadowCounts.Slice> mostDifferent() {
    return slices.stream()
        .filter(slice -> slice.rows() >= LEAST_ROWS && slice.flips() > 0)
        .max(Comparator.comparingDouble(slice -> (double) slice.flips() / slice.rows()));
  }

  /** In words. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "candidate '%s' agrees in %s of %s rows"
            .formatted(Shown.name(candidate), Shown.share(agreement()), Shown.count(rows)));
    if (flips() > 0) {
      text.append(" (%s up, %s down)".formatted(Shown.count(up), Shown.count(down)));
    }
    text.append("; scores differ by %s on average".formatted(Shown.number(difference)));
    mostDifferent()
        .ifPresent(
            slice -> text.append(
                "; most often where %s = '%s': %s of %s rows"
                    .formatted(
                        Shown.name(slice.column()),
                        Shown.name(slice.level()),
                        Shown.share((double) slice.flips() / slice.rows()),
                        Shown.count(slice.rows()))));
    if (notScored > 0 || scoredAlone > 0) {
      text.append(
          "; it cannot score %s rows that the model can, and can score %s that the model cannot"
              .formatted(Shown.count(notScored), Shown.count(scoredAlone)));
    }
    return text.toString();
  }
}
