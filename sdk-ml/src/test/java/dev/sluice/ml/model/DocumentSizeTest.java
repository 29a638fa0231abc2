package dev.sluice.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.model.Signature.Column;
import dev.sluice.ml.model.Signature.Use;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A document stays small enough to be sent about. */
class DocumentSizeTest {

  private static final int LEVELS = 10_000;
  private static final int MEGABYTE = 1_000_000;

  private static Levels levels(String suffix) {
    return new Levels(
        IntStream.range(0, LEVELS).mapToObj(i -> "shop-%05d.%s".formatted(i, suffix)).toList());
  }

  @Test
  void tenThousandLevelsAndAsManyRareOnesAreLessThanAMegabyte() {
    LevelTable table = new LevelTable(levels("example.org"), levels("example.net"));
    double[] weights = new Random(1).doubles(table.width()).toArray();
    ModelDocument document =
        new ModelDocument(
            ModelDocument.FORMAT,
            "shops",
            "2026-05-01T00:00:00Z",
            Task.BINARY,
            new Signature("Visit", List.of(new Column("shop", "String", true, Use.FEATURE))),
            List.of(new CategoryEncoding("shop", table)),
            new LinearHead(LinearHead.Link.LOGISTIC, 0, weights),
            List.of(),
            Calibration.NONE,
            List.of(new Cell.Value()),
            Card.EMPTY,
            List.of());

    assertThat(ModelJson.sealed(document).length).isLessThan(MEGABYTE);
  }
}
