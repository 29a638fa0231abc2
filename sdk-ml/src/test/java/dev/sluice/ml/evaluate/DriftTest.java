package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.evaluate.Drift.Verdict;
import dev.sluice.ml.model.Card;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftTest {

  private final Card.Profile site =
      new Card.Profile(
          "site", new double[0], List.of("a.org", "b.org"), new double[]{0.5, 0.3, 0.2, 0},
          100_000);

  @Test
  void thePsiIsTheSumOverTheBins() {
    double psi = 0.2 * Math.log(0.7 / 0.5) + -0.2 * Math.log(0.1 / 0.3);

    assertThat(Drift.of(site, new long[]{7_000, 1_000, 2_000, 0}).psi())
        .isCloseTo(psi, within(1e-12));
  }

  @Test
  void theSameSharesAreStable() {
    Drift drift = Drift.of(site, new long[]{5_000, 3_000, 2_000, 0});

    assertThat(drift.psi()).isZero();
    assertThat(drift.verdict()).isEqualTo(Verdict.STABLE);
  }

  @Test
  void anEmptyBinIsALargeDifferenceAndNoInfiniteOne() {
    Drift drift = Drift.of(site, new long[]{5_000, 3_000, 0, 2_000});

    assertThat(drift.psi()).isBetween(1.0, 10.0);
    assertThat(drift.verdict()).isEqualTo(Verdict.CHANGED);
  }

  @Test
  void aBitOfADifferenceIsAShift() {
    assertThat(Drift.of(site, new long[]{6_500, 1_600, 1_900, 0}).verdict())
        .isEqualTo(Verdict.SHIFTED);
  }

  @Test
  void ofFewRowsNothingIsSaid() {
    Drift drift = Drift.of(site, new long[]{90, 5, 4, 0});

    assertThat(drift.psi()).isGreaterThan(0.25);
    assertThat(drift.verdict()).isEqualTo(Verdict.TOO_FEW);
    assertThat(drift.text()).startsWith("site has too few rows to tell (PSI ");
  }

  @Test
  void whatChanceMakesOfAFewRowsOfTheTrainingIsStable() {
    long[] counts = {5_000, 3_500, 1_500, 0};
    Card.Profile ofFew = new Card.Profile("site", new double[0], List.of("a.org", "b.org"),
        new double[]{0.5, 0.1, 0.4, 0}, 15);
    Card.Profile ofMany = new Card.Profile("site", new double[0], List.of("a.org", "b.org"),
        new double[]{0.5, 0.1, 0.4, 0}, 25_000);

    assertThat(Drift.of(ofFew, counts).psi()).isGreaterThan(0.25);
    assertThat(Drift.of(ofFew, counts).verdict()).isEqualTo(Verdict.STABLE);
    assertThat(Drift.of(ofMany, counts).verdict()).isEqualTo(Verdict.CHANGED);
  }

  @Test
  void rowsLikeThoseOfTheTrainingAreHardlyEverSaidToHaveChanged() {
    Random random = new Random(5);
    double[] training = random.doubles(100_000).toArray();
    Card.Profile profile = Profiles.ofNumbers("age", training);
    int alarms = 0;
    for (int sample = 0; sample < 1_000; sample++) {
      long[] counts = new long[profile.size()];
      random.doubles(150).forEach(value -> counts[profile.bin(value)]++);
      alarms += Drift.of(profile, counts).verdict() == Verdict.STABLE ? 0 : 1;
    }
    assertThat(alarms).isLessThan(50);
  }

  @Test
  void noRowsAreTooFew() {
    assertThat(Drift.of(site, new long[4]).verdict()).isEqualTo(Verdict.TOO_FEW);
  }

  @Test
  void theWordsNameTheBinThatIsMostDifferent() {
    assertThat(Drift.of(site, new long[]{9_000, 500, 500, 0}).text())
        .isEqualTo(
            "site has changed since training (PSI 0.8910 over 10,000 rows): 'b.org' has 5.0 % of the rows, and had 30.0 %");
  }

  @Test
  void theWordsOfAStableColumnAreShort() {
    assertThat(Drift.of(site, new long[]{500, 300, 200, 0}).text())
        .isEqualTo("site looks as in training (PSI 0 over 1,000 rows)");
  }

  @Test
  void countsOfOtherBinsAreRefused() {
    assertThatThrownBy(() -> Drift.of(site, new long[3]))
        .hasMessageContaining("4 rows and 3 counts of bins of site");
  }
}
