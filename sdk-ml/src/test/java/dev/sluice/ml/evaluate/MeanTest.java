package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MeanTest {

  @Example
  void theErrorIsThatOfTheSample() {
    Mean mean = new Mean();
    DoubleStream.of(1, 2, 3, 4).forEach(mean::add);

    assertThat(mean.value()).isEqualTo(2.5);
    assertThat(mean.error()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-15));
  }

  @Property
  void ofOneNumberAllTheTimeThereIsNoError(
      @ForAll @DoubleRange(min = -1, max = 1) double number,
      @ForAll @IntRange(min = 2, max = 9) int times) {
    Mean mean = new Mean();
    mean.add(number, times);

    assertThat(mean.value()).isEqualTo(number);
    assertThat(mean.error()).isZero();
  }

  @Example
  void aLargeOffsetCostsNoDigits() {
    Mean mean = new Mean();
    DoubleStream.of(1e9 + 1, 1e9 + 2, 1e9 + 3).forEach(mean::add);

    assertThat(mean.variance()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Example
  void ofOneNumberOnceNothingIsKnownOfTheError() {
    Mean mean = new Mean();
    mean.add(3);

    assertThat(mean.error()).isInfinite();
  }
}
