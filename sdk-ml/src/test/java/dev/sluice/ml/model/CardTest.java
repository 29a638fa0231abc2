package dev.sluice.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardTest {

  private static final Card.Figure AUC =
      new Card.Figure("AUC", "test", 0.72, 0.7, 0.74, 0.5, 1);

  private static Card card() {
    return Card.EMPTY
        .withAbout(Map.of("seed", "42"))
        .withFigures(List.of(AUC))
        .withSlices(List.of(new Card.Slice("country", "DE", 12, AUC)))
        .withBins(List.of(new Card.Bin(0, 0.5, 3, 0.2, 0.3)))
        .withGain(List.of(new Card.Gain(0.1, 0.4)))
        .withConfusions(List.of(new Card.Confusion("cat", "dog", 3)))
        .withSegments(
            List.of(new Card.Segment("0", 7, List.of(new Card.Trait("age", 40, 20, 2)))))
        .withWeights(List.of(new Card.Weight("age", 0.5)))
        .withProfiles(
            List.of(
                new Card.Profile(
                    "age", new double[]{20, 40}, List.of(), new double[]{0.1, 0.2, 0.6, 0.1}, 50)))
        .withScores(
            List.of(
                new Card.Profile(
                    "its label", new double[0], List.of("cat"), new double[]{1, 0, 0}, 50)))
        .withTypical(Map.of("age", 0.1))
        .withWarnings(List.of("few rows"));
  }

  @Test
  void isEqualByValue() {
    assertThat(card()).isEqualTo(card()).hasSameHashCodeAs(card());
  }

  @Test
  void comesBackFromJson() {
    assertThat(ModelJson.read(ModelJson.bytes(card()), Card.class, "memory")).isEqualTo(card());
  }

  @Test
  void aFigureOfNoNumberIsRefused() {
    assertThatThrownBy(() -> new Card.Figure("AUC", "test", Double.NaN, 0, 1, 0.5, 1))
        .hasMessage("AUC is NaN, not a finite number");
  }

  @Test
  void aFigureWithoutItsBaselineIsNotRead() {
    String json = new String(ModelJson.bytes(AUC), StandardCharsets.UTF_8);
    byte[] without = json.replace(",\"baseline\":0.5", "").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> ModelJson.read(without, Card.Figure.class, "card.json"))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("baseline");
  }

  @Test
  void aNumberIsInTheBinAboveItsEdge() {
    Card.Profile age = card().profiles().get(0);

    assertThat(age.bin(19.9)).isZero();
    assertThat(age.bin(20)).isEqualTo(1);
    assertThat(age.bin(1e9)).isEqualTo(2);
    assertThat(age.bin(Double.NaN)).isEqualTo(age.binOfNull()).isEqualTo(3);
  }

  @Test
  void edgesThatDoNotAscendAreRefused() {
    assertThatThrownBy(
        () -> new Card.Profile(
            "age", new double[]{2, 1}, List.of(), new double[]{0.5, 0.5, 0, 0}, 1))
        .hasMessage("the edges of age do not ascend");
  }
}
