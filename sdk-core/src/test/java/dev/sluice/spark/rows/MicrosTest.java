package dev.sluice.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosTest {

  @ParameterizedTest
  @ValueSource(
      longs = {
          0, 1, -1, 999_999, -1_000_000, -1_000_001, 253_402_300_799_000_000L,
          -62_135_596_800_000_000L, Long.MAX_VALUE, Long.MIN_VALUE
      })
  void areThoseOfEachMomentAndLengthOfAColumn(long micros) {
    assertThat(Micros.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS))).isEqualTo(micros);
    assertThat(Micros.of(Duration.of(micros, ChronoUnit.MICROS))).isEqualTo(micros);
  }

  @Test
  void areTheLastThatAreNotAfterAMoment() {
    assertThat(Micros.of(Instant.EPOCH.plusNanos(1_999))).isEqualTo(1);
    assertThat(Micros.of(Instant.EPOCH.minusNanos(1))).isEqualTo(-1);
  }

  @Test
  void areNoneOfWhatAColumnCannotHold() {
    Instant last = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
    Instant first = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);

    assertThatThrownBy(() -> Micros.of(last.plusNanos(1_000)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Micros.of(first.minusNanos(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Micros.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Micros.of(Instant.MIN)).isInstanceOf(ArithmeticException.class);
  }
}
