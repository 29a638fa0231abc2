package dev.sluice.ml.unlabelled;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a segment is like.
 *
 * @param segment its number, as the model gives it: 0 is the largest
 * @param rows how many rows of the training are in it
 * @param share their share of all
 * @param traits each number and each level of the features, in their order; words of texts have no names and are left out
 */
public record SegmentProfile(int segment, long rows, double share, List<SegmentTrait> traits)
    implements Serializable {

  private static final int SHOWN = 5;

  public SegmentProfile {
    traits = List.copyOf(traits);
  }

  /** The traits that are least like those of all rows, the least first. */
  public List<SegmentTrait> striking(int most) {
    return traits.stream()
        .sorted(Comparator.comparingDouble(trait -> -Math.abs(trait.deviations())))
        .limit(most)
        .toList();
  }

  /** Size and most striking traits in one line, for cards. */
  public String line() {
    return String.format(Locale.ROOT, "%,d rows (%.1f %%); ", rows, share * 100)
        + striking(3).stream().map(SegmentTrait::text).collect(Collectors.joining("; "));
  }

  /**
   * Size and most striking traits, a line each:
   *
   * <pre>
   * segment 0: 1,204 rows (24.1 %)
   *   income: 84,210 (all rows 52,003, × 1.62)
   *   plan = pro: 61.0 % (all rows 20.0 %, × 3.05)
   * </pre>
   */
  public String text() {
    return Stream.concat(
        Stream.of(
            String.format(
                Locale.ROOT, "segment %d: %,d rows (%.1f %%)", segment, rows, share * 100)),
        striking(SHOWN).stream().map(trait -> "  " + trait.text()))
        .collect(Collectors.joining("\n"));
  }
}
