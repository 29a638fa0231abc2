package dev.sluice.ml;

import static dev.sluice.ml.train.Learners.logistic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.Clicks.Click;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same rows, seed and partitions give the same document, byte by byte, but for when it was made. */
class TrainedAgainIsTheSameTest {

  private static final List<Click> CLICKS = Clicks.of(800, 17);

  private static String bytes(ModelDocument document) {
    return new String(ModelJson.bytes(document), StandardCharsets.UTF_8)
        .replaceFirst("\"created\":\"[^\"]*\"", "\"created\":\"\"");
  }

  private static ModelDocument trained(long seed) {
    return Clicks.training(CLICKS).with(logistic().iterations(5)).calibrated().seed(seed)
        .output(
            o -> dev.sluice.Dsl.row(Clicks.Ctr::new).of(
                o.in(Clicks.Impression::id), o.probability(), o.decision(0.3), o.reasons(3)))
        .fit(Clicks.spark())
        .document();
  }

  @Test
  void byteByByteAndAnotherSeedGivesAnother() {
    String first = bytes(trained(42));

    assertThat(bytes(trained(42))).isEqualTo(first);
    assertThat(bytes(trained(43))).isNotEqualTo(first);
  }
}
