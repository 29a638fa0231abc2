package dev.sluice.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.SmallModel;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.ModelDocument;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.linalg.Vector;
import org.junit.jupiter.api.Test;

/** What was learned is the same in the document as in MLlib. */
class MllibParityTest {

  private final ModelDocument document = SmallModel.document();

  private double mllibs(Vector features) {
    LinearHead head = (LinearHead) document.head();
    double sum = head.intercept();
    for (int slot = 0; slot < head.width(); slot++) {
      sum += head.weights()[slot] * features.apply(slot);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private Learned learned(ToDoubleFunction<Vector> mllibs) {
    return Learned.ofNumber(document.head(), mllibs);
  }

  @Test
  void nothingIsSaidWhereBothScoreTheSame() {
    assertThat(MllibParity.problems(learned(this::mllibs), document)).isEmpty();
  }

  @Test
  void aDifferenceIsSaidOfEachGoldenRow() {
    assertThat(
        MllibParity.problems(learned(features -> mllibs(features) + 1e-8), document))
        .hasSize(document.golden().size())
        .first()
        .asString()
        .startsWith("golden row 0 scores 0.")
        .contains(" by the model's document and 0.", " by MLlib's own model: ");
  }

  @Test
  void aNumberThatIsNoneIsADifference() {
    assertThat(MllibParity.problems(learned(features -> Double.NaN), document)).isNotEmpty();
  }
}
