package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static final String USUAL = "fill=\"#1f6fb2\"";
  private static final String BEYOND = "fill=\"#d9822b\"";

  private static double[] scores() {
    double[] scores = new double[1_001];
    Arrays.setAll(scores, i -> i == 1_000 ? 1 : i / 2_000.0);
    return scores;
  }

  private static int bars(String picture, String colour) {
    int bars = 0;
    for (int at = picture.indexOf(colour); at >= 0; at = picture.indexOf(colour, at + 1)) {
      bars++;
    }
    return bars;
  }

  @Test
  void whatIsBeyondTheMarkHasAnotherColour() {
    String picture = Histogram.of("Scores", scores()).marked(0.9).svg();

    assertThat(bars(picture, BEYOND)).isEqualTo(5);
    assertThat(bars(picture, USUAL)).isEqualTo(45);
  }

  @Test
  void withoutAMarkAllIsAlike() {
    assertThat(bars(Histogram.of("Scores", scores()).svg(), BEYOND)).isZero();
  }

  @Test
  void scoresThatAreAllEqualHaveAPictureToo() {
    assertThat(Histogram.of("Scores", new double[]{0.5, 0.5}).marked(0.5).svg())
        .startsWith("<svg")
        .endsWith("</svg>")
        .doesNotContain("NaN");
  }

  @Test
  void aTitleIsShownAsText() {
    assertThat(Histogram.of("<b>", scores()).svg()).contains("&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void whatIsNoFiniteNumberIsRefused() {
    assertThatThrownBy(() -> Histogram.of("Scores", new double[]{0.5, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a score is NaN");
    assertThatThrownBy(() -> Histogram.of("Scores", new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
