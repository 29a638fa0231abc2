package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.model.Card;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatedRowsTest {

  private static final double[] SCORES = {0.9, 0.1, 0.8, 0.2};
  private final BinaryRows binary =
      BinaryRows.of(SCORES, new boolean[]{true, false, false, true});

  @Test
  void scoresTellACardFiguresCalibrationAndGain() {
    Card card = binary.onto(Card.EMPTY, "test");

    assertThat(card.figures()).isEqualTo(BinaryMeasures.of(binary, "test").all());
    assertThat(card.bins()).isNotEmpty();
    assertThat(card.gain()).hasSize(51);
  }

  @Test
  void labelsTellACardFiguresAndConfusions() {
    LabelRows rows =
        LabelRows.of(
            List.of("a", "b"), new int[]{0, 1, 0, 1}, new int[]{0, 0, 0, 1}, SCORES);

    Card card = rows.onto(Card.EMPTY, "test");

    assertThat(card.figures()).isEqualTo(LabelMeasures.of(rows, "test").all());
    assertThat(card.confusions()).hasSize(3);
  }

  @Test
  void numbersTellACardFigures() {
    NumberRows rows = NumberRows.of(SCORES, new double[]{1, 0, 1, 0});

    assertThat(rows.onto(Card.EMPTY, "test").figures())
        .isEqualTo(NumberMeasures.of(rows, "test").all());
  }

  @Test
  void figuresComeBehindThoseThatAreThere() {
    Card card = binary.onto(binary.onto(Card.EMPTY, "test"), "train");

    assertThat(card.figures())
        .extracting(Card.Figure::of)
        .startsWith("test")
        .endsWith("train")
        .hasSize(2 * binary.all("test").size());
  }
}
