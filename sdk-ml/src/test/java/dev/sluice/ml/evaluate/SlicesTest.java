package dev.sluice.ml.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.ml.model.Card;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicesTest {

  private static final double[] SCORES = {0.9, 0.1, 0.8, 0.2, 0.3, 0.7, 0.6};
  private static final boolean[] OUTCOMES = {true, false, true, false, true, false, true};

  private final BinaryRows rows = BinaryRows.of(SCORES, OUTCOMES);
  private final Watched countries =
      Watched.of("country", Arrays.asList("DE", "DE", "DE", "DE", "FR", "FR", null));

  @Test
  void aSliceHasTheChiefFiguresOfItsRows() {
    List<Card.Slice> slices = Slices.of(rows, countries, 10, 2, "test");

    assertThat(slices)
        .extracting(Card.Slice::level, Card.Slice::rows, slice -> slice.figure().name())
        .containsExactly(
            tuple("DE", 4L, "AUC"),
            tuple("DE", 4L, "log loss"),
            tuple("FR", 2L, "AUC"),
            tuple("FR", 2L, "log loss"));
    assertThat(slices.get(0).figure())
        .isEqualTo(
            BinaryMeasures.of(rows.only(new int[]{0, 1, 2, 3}), "test").auc().orElseThrow());
  }

  @Test
  void ofMoreLevelsTheLargestAreShown() {
    assertThat(Slices.of(rows, countries, 1, 2, "test"))
        .extracting(Card.Slice::level)
        .containsOnly("DE");
  }

  @Test
  void nullIsALevel() {
    BinaryRows twice = rows.only(new int[]{6, 6, 5});
    Watched someNull = Watched.of("country", Arrays.asList(null, null, "FR"));

    assertThat(Slices.of(twice, someNull, 10, 2, "test"))
        .extracting(Card.Slice::level)
        .containsOnly("(NULL)");
  }

  @Test
  void positionsOfLevelsGiveTheSame() {
    Watched positions =
        Watched.of("country", List.of("DE", "FR"), new int[]{0, 0, 0, 0, 1, 1, -1});

    assertThat(Slices.of(rows, positions, 10, 1, "test"))
        .isEqualTo(Slices.of(rows, countries, 10, 1, "test"));
  }

  @Test
  void aColumnOfOtherRowsIsRefused() {
    Watched few = Watched.of("country", List.of("DE"));

    assertThatThrownBy(() -> Slices.of(rows, few, 10, 1, "test"))
        .hasMessage(
            "there are 7 rows and 1 values of country; give one for each row");
  }

  @Test
  void numbersAndLabelsHaveSlicesToo() {
    NumberRows numbers = NumberRows.of(SCORES, SCORES);
    LabelRows labels =
        LabelRows.of(List.of("a", "b"), new int[7], new int[]{0, 1, 0, 0, 0, 0, 0}, SCORES);

    assertThat(Slices.of(numbers, countries, 1, 2, "test"))
        .extracting(slice -> slice.figure().name())
        .containsExactly("RMSE", "MAE");
    assertThat(Slices.of(labels, countries, 1, 2, "test"))
        .extracting(slice -> slice.figure().name())
        .containsExactly("accuracy", "log loss");
  }
}
