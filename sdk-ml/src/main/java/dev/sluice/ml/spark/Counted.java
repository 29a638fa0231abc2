package dev.sluice.ml.spark;

import dev.sluice.annotation.Internal;
import dev.sluice.run.RuleCount;
import dev.sluice.run.StageReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a scoring stage counted, read from the report of its run. */
@Internal
public final class Counted {

  private Counted() {}

  /**
   * The numbers of counts.
   *
   * @param names which counts, in the order of the numbers
   * @return empty if one of them is not in the report, or not known
   */
  public static Optional<long[]> in(StageReport report, List<String> names) {
    Map<String, OptionalLong> known = new HashMap<>();
    for (RuleCount count : report.counted()) {
      known.put(count.rule(), count.rows());
    }
    long[] numbers = new long[names.size()];
    for (int i = 0; i < numbers.length; i++) {
      OptionalLong number = known.getOrDefault(names.get(i), OptionalLong.empty());
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers[i] = number.getAsLong();
    }
    return Optional.of(numbers);
  }

  /** How many rows a candidate alone could score, by the report on the stage that rejects the others; 0 if nobody counted. */
  public static long scoredAlone(Optional<StageReport> rejecting) {
    return rejecting.stream()
        .flatMap(stage -> stage.warned().stream())
        .filter(count -> count.rule().equals(ScoredAlone.RULE))
        .mapToLong(count -> count.rows().orElse(0))
        .sum();
  }
}
