package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import java.util.Comparator;
import java.util.List;

/**
 * What many rows that are left over have in common: they would be the same but for one component,
 * or but for the sign of a zero.
 */
record CommonDifference<T extends Record>(Matching<T> matching, Sameness sameness) {

  /** How many rows are the same but for a component. */
  private record Only(String component, int rows) {}

  /** One line, or nothing at all. */
  List<String> lines() {
    int most = Math.min(matching.missing().size(), matching.unexpected().size());
    if (most == 0) {
      return List.of();
    }
    int zeros = sameness.zerosDiffer() ? matched(sameness.withSameZeros()) : 0;
    if (zeros > 0) {
      return List.of(
          "",
          "%s would be the same if -0.0 were 0.0, which distinguishingNegativeZero() rules out"
              .formatted(Shown.rows(zeros)));
    }
    return most == 1
        ? List.of()
        : RecordParts.of(matching.missing().get(0)).record().components().stream()
            .map(RecordComponentType::name)
            .filter(name -> !sameness.ignores(name))
            .map(name -> new Only(name, matched(sameness.ignoring(name))))
            .max(Comparator.comparingInt(Only::rows))
            .filter(only -> only.rows() > 1 && only.rows() > most / 2)
            .map(only -> List.of("", text(only, most)))
            .orElse(List.of());
  }

  private static String text(Only only, int most) {
    return only.rows() == most
        ? "all %d differ only in %s".formatted(most, only.component())
        : "%d of %d differ only in %s".formatted(only.rows(), most, only.component());
  }

  private int matched(Sameness relaxed) {
    return matching.missing().size()
        - Matching.of(matching.missing(), matching.unexpected(), relaxed).missing().size();
  }
}
