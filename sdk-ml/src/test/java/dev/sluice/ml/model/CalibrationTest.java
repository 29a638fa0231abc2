package dev.sluice.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalibrationTest {

  static Stream<Calibration> all() {
    return Stream.of(
        Calibration.NONE,
        new Calibration.Points(new double[]{0.1, 0.5}, new double[]{0.2, 0.4}),
        new Calibration.Sigmoid(0.5, -1));
  }

  @ParameterizedTest
  @MethodSource("all")
  void comesBackFromJson(Calibration calibration) {
    assertThat(ModelJson.read(ModelJson.bytes(calibration), Calibration.class, "memory"))
        .isEqualTo(calibration);
  }

  @Test
  void goesInALineFromPointToPoint() {
    Calibration points =
        new Calibration.Points(new double[]{0.1, 0.5}, new double[]{0.2, 0.4});

    assertThat(points.of(0.3)).isCloseTo(0.3, within(1e-15));
    assertThat(points.of(0)).isEqualTo(0.2);
    assertThat(points.of(1)).isEqualTo(0.4);
  }

  @Test
  void aSigmoidKeepsTheEnds() {
    Calibration sigmoid = new Calibration.Sigmoid(0.5, -1);

    assertThat(sigmoid.of(0)).isZero();
    assertThat(sigmoid.of(1)).isOne();
    assertThat(sigmoid.of(0.5)).isCloseTo(1 / (1 + Math.E), within(1e-15));
  }

  @Test
  void noneLeavesProbabilitiesAlone() {
    assertThat(Calibration.NONE.of(0.123)).isEqualTo(0.123);
    assertThat(Calibration.NONE.isNone()).isTrue();
  }

  @Test
  void aKindThatIsNotKnownIsNotRead() {
    byte[] json = "{\"kind\":\"java.lang.Runtime\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> ModelJson.read(json, Calibration.class, "card.json"))
        .isInstanceOf(BadModelException.class);
  }

  @Test
  void aSlopeThatTurnsTheOrderRoundIsRefused() {
    assertThatThrownBy(() -> new Calibration.Sigmoid(-1, 0))
        .hasMessage("the slope of the calibration is -1.0, not positive");
  }
}
