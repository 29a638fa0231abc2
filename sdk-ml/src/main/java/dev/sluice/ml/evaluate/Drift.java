package dev.sluice.ml.evaluate;

import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.ProfileCounts;
import java.util.Arrays;
import java.util.List;

/**
 * How different a column looks from what it looked like in training, by the population stability index
 * {@code PSI = Σ (aᵇ − eᵇ) ln(aᵇ / eᵇ)} over the bins, with the shares {@code e} of training and {@code a} of the rows seen. Shares below
 * 1/10,000 count as that much, so that an empty bin is a large difference and not an infinite one.
 *
 * <p>Its usual limits, 0.1 and 0.25, are those of Lewis (1994) and Siddiqi (Credit Risk Scorecards, 2006). Rows that come
 * from the training's distribution have a PSI too, about a χ² with one degree less than bins, times one over their number and one over that
 * of the training's rows (Yurdakul 2018): what is not above its 99 % quantile is said to be chance, however large. Of less than
 * 100 rows nothing is said.
 *
 * <pre>{@code
 * long[] counts = new long[profile.size()];
 * for (double age : ages) {
 *   counts[profile.bin(age)]++;
 * }
 * String words = Drift.of(profile, counts).text();
 * }</pre>
 *
 * @param column which
 * @param psi the index, 0 if nothing is different
 * @param rows how many rows were seen
 * @param verdict what it means
 * @param bin the bin that is most different, as it is shown
 * @param was its share in training
 * @param is its share now
 * @param unseen how many of the rows have a level that training has not seen, as far as that was counted
 */
public record Drift(
    String column,
    double psi,
    long rows,
    Verdict verdict,
    String bin,
    double was,
    double is,
    long unseen) {

  /** What an index means. */
  public enum Verdict {
    /** There are too few rows to tell. */
    TOO_FEW,
    /** Below 0.1, or not more than chance makes of so few rows. */
    STABLE,
    /** From 0.1 on: something is different, look at it. */
    SHIFTED,
    /** From 0.25 on: the model was not made for these rows. */
    CHANGED
  }

  private static final long LEAST_ROWS = 100;
  private static final double LEAST_SHARE = 1e-4;
  private static final double SHIFTED_FROM = 0.1;
  private static final double CHANGED_FROM = 0.25;

  /** The 99 % quantile of the normal distribution. */
  private static final double RARELY = 2.3263478740408408;

  /**
   * Of a column.
   *
   * @param profile what it looked like in training
   * @param counts how many rows were seen in each bin of the profile, NULL last
   * @throws IllegalArgumentException if there is not one for each bin, or one is negative
   */
  public static Drift of(Card.Profile profile, long[] counts) {
    Given.sameLength(profile.size(), counts.length, "counts of bins of " + profile.column());
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException(
            "a bin of %s was seen %d times".formatted(profile.column(), count));
      }
    }
    long rows = Arrays.stream(counts).sum();
    List<String> names = profile.names();
    double[] shares = profile.shares();
    double psi = 0;
    double most = -1;
    int differing = 0;
    for (int i = 0; i < counts.length && rows > 0; i++) {
      double was = Math.max(LEAST_SHARE, shares[i]);
      double is = Math.max(LEAST_SHARE, (double) counts[i] / rows);
      double part = (is - was) * Math.log(is / was);
      psi += part;
      if (part > most) {
        most = part;
        differing = i;
      }
    }
    double now = rows == 0 ? 0 : (double) counts[differing] / rows;
    return new Drift(
        profile.column(),
        psi,
        rows,
        verdict(psi, rows, profile),
        names.get(differing),
        shares[differing],
        now,
        0);
  }

  /**
   * Of all columns that a model's card has a profile of, and of its scores.
   *
   * @param numbers what was counted, in the order of the names of {@code counts}
   */
  public static List<Drift> of(ProfileCounts counts, long[] numbers) {
    return counts.read(numbers).stream()
        .map(seen -> of(seen.profile(), seen.bins()).withUnseen(seen.unseen()))
        .toList();
  }

  private Drift withUnseen(long counted) {
    return new Drift(column, psi, rows, verdict, bin, was, is, counted);
  }

  private static Verdict verdict(double psi, long rows, Card.Profile profile) {
    if (rows < LEAST_ROWS) {
      return Verdict.TOO_FEW;
    }
    double chance = (1.0 / rows + 1.0 / profile.rows()) * rarely(profile.size() - 1);
    if (psi < SHIFTED_FROM || psi <= chance) {
      return Verdict.STABLE;
    }
    return psi < CHANGED_FROM ? Verdict.SHIFTED : Verdict.CHANGED;
  }

  /** The 99 % quantile of χ², by Wilson and Hilferty (1931). */
  private static double rarely(int freedom) {
    double spread = 2.0 / (9 * freedom);
    double root = 1 - spread + RARELY * Math.sqrt(spread);
    return freedom * root * root * root;
  }

  /** Whether the column is no longer what it was. */
  public boolean isDifferent() {
    return verdict == Verdict.SHIFTED || verdict == Verdict.CHANGED;
  }

  /**
   * In words, such as {@code "site has changed since training (PSI 0.310 over 5,000 rows): 'example.org' has 40.0 % of the
   * rows, and had 12.0 %"}.
   */
  public String text() {
    String state =
        switch (verdict) {
          case TOO_FEW -> "has too few rows to tell";
          case STABLE -> "looks as in training";
          case SHIFTED -> "has shifted since training";
          case CHANGED -> "has changed since training";
        };
    String text =
        "%s %s (PSI %s over %s rows)"
            .formatted(Shown.name(column), state, Shown.number(psi), Shown.count(rows));
    if (verdict == Verdict.STABLE || verdict == Verdict.TOO_FEW) {
      return text;
    }
    String most =
        "%s: '%s' has %s of the rows, and had %s"
            .formatted(text, Shown.name(bin), Shown.share(is), Shown.share(was));
    return unseen == 0
        ? most
        : "%s; training has not seen the level of %s rows".formatted(most, Shown.count(unseen));
  }
}
