package dev.sluice.samples.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static Agreement of(IntUnaryOperator segment) {
    return Agreement.of(
        IntStream.rangeClosed(1, 2_000)
            .mapToObj(user -> new Segment(user, segment.applyAsInt(user), 0))
            .toList());
  }

  @Test
  void theKindsThemselvesAgreeWhateverTheirNumbers() {
    assertThat(of(user -> 4 - KindsOfUsers.kind(user).ordinal()).adjustedRand())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void whatHasNothingToDoWithKindsDoesNot() {
    assertThat(of(user -> user / 20 % 5).adjustedRand()).isCloseTo(0, within(0.01));
  }

  @Test
  void aTableHasALineForEachKind() {
    Agreement some =
        Agreement.of(
            List.of(new Segment(1, 0, 0), new Segment(2, 1, 0), new Segment(20, 1, 0)));

    assertThat(some.toString())
        .isEqualTo(
            """
                Planted, in segment:  0  1
                passer-by             1  1
                fan                   0  1
                """);
  }
}
