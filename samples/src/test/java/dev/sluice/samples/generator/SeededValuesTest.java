package dev.sluice.samples.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeededValuesTest {

  private static final int MANY = 100_000;

  /** Written down, as the values must be those of every machine and of every version. */
  @Test
  void givesTheSameValuesForEver() {
    assertThat(new SeededValues(42, 7).uniform("price")).isEqualTo(0.23496641534471663);
  }

  @Test
  void givesOtherValuesForAnotherSeedKeyOrPurpose() {
    assertThat(new SeededValues(42, 7).uniform("price"))
        .isNotEqualTo(new SeededValues(43, 7).uniform("price"))
        .isNotEqualTo(new SeededValues(42, 8).uniform("price"))
        .isNotEqualTo(new SeededValues(42, 7).uniform("quantity"));
  }

  @Test
  void spreadsTheValuesOfNeighbouringKeysEvenly() {
    int[] tenths = new int[10];
    LongStream.range(0, MANY)
        .forEach(key -> tenths[(int) new SeededValues(42, key).index("tenth", 10)]++);

    assertThat(Arrays.stream(tenths).boxed())
        .allSatisfy(count -> assertThat(count).isCloseTo(MANY / 10, within(500)));
  }

  @Test
  void drawsTwoPurposesIndependently() {
    double product = mean(random -> random.uniform("one") * random.uniform("other"));

    assertThat(product).isCloseTo(0.25, within(0.01));
  }

  @Test
  void drawsAsOftenAsTheProbabilitySays() {
    assertThat(mean(random -> random.happens("rain", 0.2) ? 1 : 0)).isCloseTo(0.2, within(0.01));
  }

  @Test
  void favoursSmallValuesByThePower() {
    assertThat(mean(random -> random.skewed("price", 3))).isCloseTo(0.25, within(0.01));
  }

  private static double mean(ToDoubleFunction<SeededValues> value) {
    return LongStream.range(0, MANY)
        .mapToDouble(key -> value.applyAsDouble(new SeededValues(42, key)))
        .average()
        .orElseThrow();
  }
}
