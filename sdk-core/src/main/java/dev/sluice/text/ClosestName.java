package dev.sluice.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name somebody probably meant, for the "did you mean" of an error message. */
public final class ClosestName {

  private ClosestName() {}

  /**
   * The known name that is nearest to a wrong one, if one is near enough: a third of the letters
   * may differ, two swapped neighbours count as one difference. Case, underscores, hyphens and
   * blanks count for nothing, so {@code order_id} finds {@code orderId}.
   *
   * <pre>{@code
   * ClosestName.to("quantitiy", List.of("orderId", "quantity"))   // Optional[quantity]
   * }</pre>
   *
   * @param wrongName the name that is not known
   * @param knownNames the names to choose from, the first wins among equals
   * @return the nearest name, or nothing
   */
  public static Optional<String> to(String wrongName, Collection<String> knownNames) {
    String wrong = letters(wrongName);
    int mostDifferences = Math.max(1, wrong.length() / 3);
    return knownNames.stream()
        .map(known -> new Candidate(known, differences(wrong, letters(known))))
        .filter(candidate -> candidate.differences() <= mostDifferences)
        .min(Comparator.comparingInt(Candidate::differences))
        .map(Candidate::name);
  }

  private record Candidate(String name, int differences) {}

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-\\s]", "");
  }

  /** Insertions, deletions, substitutions and swaps of neighbours that lead from a to b. */
  private static int differences(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
