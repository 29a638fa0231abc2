package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoneFeatureTest {

  private final Random random = new Random(11);
  private final boolean[] outcomes = new boolean[4_000];

  LoneFeatureTest() {
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = random.nextInt(4) == 0;
    }
  }

  @Test
  void aNumberThatIsOnlyThereAfterwardsTellsAll() {
    double[] revenue =
        IntStream.range(0, outcomes.length)
            .mapToDouble(i -> outcomes[i] ? 1 + random.nextDouble() : Double.NaN)
            .toArray();

    assertThat(LoneFeature.ofNumbers(revenue, outcomes)).hasValue(1);
  }

  @Test
  void aNumberThatFallsWithTheOutcomeTellsAsMuchAsOneThatRises() {
    double[] rises = numbers(1);
    double[] falls = numbers(-1);

    assertThat(LoneFeature.ofNumbers(falls, outcomes).orElseThrow())
        .isEqualTo(LoneFeature.ofNumbers(rises, outcomes).orElseThrow())
        .isGreaterThan(0.9);
  }

  private double[] numbers(int sign) {
    Random noise = new Random(2);
    return IntStream.range(0, outcomes.length)
        .mapToDouble(i -> sign * ((outcomes[i] ? 2 : 0) + noise.nextGaussian()))
        .toArray();
  }

  @Test
  void aLevelThatFollowsTheOutcomeTellsAll() {
    int[] levels = IntStream.range(0, outcomes.length).map(i -> outcomes[i] ? 7 : -1).toArray();

    assertThat(LoneFeature.ofLevels(levels, outcomes)).hasValue(1);
  }

  @Test
  void namesOfLevelsGiveTheSame() {
    int[] levels = IntStream.range(0, outcomes.length).map(i -> i % 7).toArray();
    List<String> names = Arrays.stream(levels).mapToObj(level -> "level " + level).toList();

    assertThat(LoneFeature.ofLevels(names, outcomes))
        .isEqualTo(LoneFeature.ofLevels(levels, outcomes));
  }

  @Test
  void aKeyThatIsThereOnceTellsNothing() {
    int[] keys = IntStream.range(0, outcomes.length).toArray();

    assertThat(LoneFeature.ofLevels(keys, outcomes).orElseThrow()).isLessThan(0.55);
  }

  @Test
  void ofOneOutcomeNothingCanBeTold() {
    assertThat(LoneFeature.ofNumbers(new double[3], new boolean[3])).isEmpty();
    assertThat(LoneFeature.ofLevels(new int[3], new boolean[3])).isEmpty();
  }
}
