package dev.sluice.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nearest of several centres. */
class CentresHeadTest {

  private final CentresHead head = new CentresHead(new double[][]{{0, 0}, {3, 4}, {0, 0}});

  private static Scores scores(Head head, double... slots) {
    Tally tally = head.open();
    for (int i = 0; i < slots.length; i++) {
      tally.put(i, slots[i]);
    }
    return tally.scores();
  }

  @Test
  void aRowIsOfTheNearestCentre() {
    Scores scores = scores(head, 3, 3);

    assertThat(scores.index()).isEqualTo(1);
    assertThat(scores.value()).isEqualTo(1);
    assertThat(scores.each()).containsExactly(Math.sqrt(18), 1, Math.sqrt(18));
  }

  @Test
  void ofCentresEquallyNearTheFirstIsTaken() {
    assertThat(scores(head, 0, 1).index()).isZero();
  }

  @Test
  void aSlotThatIsNotPutIsZero() {
    Tally row = head.open();
    row.put(0, 3);

    assertThat(row.scores().each()).containsExactly(3, 4, 3);
  }

  @Test
  void aRowAtACentreHasNoDistanceHoweverLargeTheNumbers() {
    CentresHead far = new CentresHead(new double[][]{{1e9 + 0.1, 0.3}, {0, 0}});

    assertThat(scores(far, 1e9 + 0.1, 0.3).value()).isZero();
  }

  @Test
  void contributionsAddUpToTheSquareOfTheDistance() {
    double[] row = {5, -2};

    double sum = Arrays.stream(head.contributions(row, 1)).sum();

    assertThat(Math.sqrt(sum)).isCloseTo(scores(head, row).each()[1], within(1e-12));
  }

  @Test
  void itIsWrittenAndReadAsJson() {
    byte[] json = ModelJson.bytes(head);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo("{\"kind\":\"centres\",\"centres\":[[0.0,0.0],[3.0,4.0],[0.0,0.0]]}");
    assertThat(ModelJson.read(json, Head.class, "memory")).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "[]", "[[]]", "[[],[]]", "[[1.0],[1.0,2.0]]", "[[1.0],null]", "[null,[1.0]]", "null",
      "[[1e999]]", "[[null]]", "[[\"1\"]]", "[1.0]", "{}"})
  void whatIsNoTableOfCentresIsRefused(String centres) {
    byte[] json =
        "{\"kind\":\"centres\",\"centres\":%s}"
            .formatted(centres)
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> ModelJson.read(json, Head.class, "memory"))
        .isInstanceOf(BadModelException.class);
  }

  @Test
  void whoeverMadeItCannotChangeIt() {
    double[][] centres = {{1, 2}};
    CentresHead made = new CentresHead(centres);

    centres[0][0] = 9;
    made.centres()[0][1] = 9;

    assertThat(made).isEqualTo(new CentresHead(new double[][]{{1, 2}}));
  }
}
