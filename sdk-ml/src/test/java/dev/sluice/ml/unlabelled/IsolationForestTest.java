package dev.sluice.ml.unlabelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.AreaUnderCurve;
import dev.sluice.ml.model.IsolationForestHead;
import dev.sluice.ml.model.ModelJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

/** Forests that are grown of rows in memory. */
class IsolationForestTest {

  private static final int USUAL = 5_000;
  private static final int PLANTED = 50;
  private static final int[] WIDTHS = {1, 1, 1, 1};

  private final List<EncodedRow> rows = rows(2);
  private final IsolationForestHead head = new IsolationForest(100, 256, 7).grow(rows, WIDTHS);

  /** Four numbers that depend on one another, and behind them rows of which some numbers are far off. */
  private static List<EncodedRow> rows(int off) {
    Random random = new Random(3);
    List<EncodedRow> rows = new ArrayList<>();
    for (int i = 0; i < USUAL + PLANTED; i++) {
      double common = random.nextGaussian();
      double[] row =
          IntStream.range(0, 4).mapToDouble(slot -> common + random.nextGaussian()).toArray();
      if (i >= USUAL) {
        for (int j = 0; j < off; j++) {
          row[(slot(i) + j) % 4] += random.nextBoolean() ? 9 : -9;
        }
      }
      rows.add(EncodedRow.of(Vectors.dense(row)));
    }
    return rows;
  }

  private static int slot(int planted) {
    return planted % 4;
  }

  private double score(EncodedRow row) {
    return row.putTo(head.open()).scores().value();
  }

  private static double areaUnderCurve(IsolationForestHead head, List<EncodedRow> rows) {
    double[] scores =
        rows.stream().mapToDouble(row -> row.putTo(head.open()).scores().value()).toArray();
    boolean[] planted = new boolean[scores.length];
    Arrays.fill(planted, USUAL, planted.length, true);
    return AreaUnderCurve.of(scores, planted);
  }

  @Test
  void plantedAnomaliesScoreHigherThanTheRest() {
    assertThat(areaUnderCurve(head, rows)).isGreaterThanOrEqualTo(0.99);
  }

  /** That of scikit-learn 1.2.1 has 0.9733 on average over eight such samples, with a standard deviation of 0.0041. */
  @Test
  void itIsAsGoodAsScikitLearnsWhereOnlyOneNumberIsOff() {
    List<EncodedRow> hard = rows(1);

    double mean =
        IntStream.range(0, 8)
            .mapToDouble(
                seed -> areaUnderCurve(new IsolationForest(100, 256, seed).grow(hard, WIDTHS),
                    hard))
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(0.9733, within(0.0082));
  }

  @Test
  void theSlotThatIsOffContributesMost() {
    List<EncodedRow> rows = rows(1);
    IsolationForestHead head = new IsolationForest(100, 256, 7).grow(rows, WIDTHS);
    double[] usual = Unusual.of(head, rows, 0.01).contributions();

    long found =
        IntStream.range(USUAL, USUAL + PLANTED)
            .filter(
                row -> {
                  double[] moved = head.contributions(rows.get(row).dense(4), 0);
                  return IntStream.range(0, 4)
                      .allMatch(i -> moved[i] - usual[i] <= moved[slot(row)] - usual[slot(row)]);
                })
            .count();

    assertThat(found).isGreaterThanOrEqualTo(PLANTED * 95 / 100);
  }

  @Test
  void aUsualRowScoresAboutHalfOrLess() {
    double mean = rows.stream().limit(USUAL).mapToDouble(this::score).average().orElseThrow();

    assertThat(mean).isBetween(0.35, 0.5);
  }

  @Test
  void theExpectedShareReachesTheThreshold() {
    Unusual unusual = Unusual.of(head, rows, 0.01);

    assertThat(unusual.share()).isCloseTo(0.01, within(0.001));
    assertThat(rows.stream().filter(row -> score(row) >= unusual.threshold()).count())
        .isEqualTo(Math.round(rows.size() * unusual.share()));
  }

  @Test
  void theSameSeedGrowsTheSameForest() {
    IsolationForestHead again = new IsolationForest(100, 256, 7).grow(rows, WIDTHS);

    assertThat(ModelJson.bytes(again)).isEqualTo(ModelJson.bytes(head));
  }

  @Test
  void anotherSeedGrowsAnotherForest() {
    assertThat(new IsolationForest(100, 256, 8).grow(rows, WIDTHS)).isNotEqualTo(head);
  }

  @Test
  void itIsReadFromItsDocumentAsItWas() {
    byte[] json = ModelJson.bytes(head);

    assertThat(ModelJson.read(json, IsolationForestHead.class, "memory")).isEqualTo(head);
    assertThat(json).hasSizeLessThan(500_000);
  }

  @Test
  void fewerRowsThanATreeDrawsAreEnough() {
    List<EncodedRow> two =
        Stream.of(1.0, 5.0).map(number -> EncodedRow.of(Vectors.dense(number))).toList();

    IsolationForestHead small = new IsolationForest(10, 256, 1).grow(two, new int[]{1});

    assertThat(two.get(0).putTo(small.open()).scores().value()).isEqualTo(0.5);
  }

  @Test
  void equalRowsAreNotParted() {
    List<EncodedRow> equal =
        IntStream.range(0, 300).mapToObj(i -> EncodedRow.of(Vectors.dense(1, 0))).toList();

    IsolationForestHead flat = new IsolationForest(10, 256, 1).grow(equal, new int[]{1, 1});

    assertThat(equal.get(0).putTo(flat.open()).scores().value()).isEqualTo(0.5);
  }

  @Test
  void aCategoryOfManyLevelsIsNotSplitMoreOftenThanANumber() {
    Random random = new Random(5);
    List<EncodedRow> rows =
        IntStream.range(0, 2_000)
            .mapToObj(
                i -> {
                  double[] slots = new double[201];
                  slots[0] = random.nextGaussian();
                  slots[1 + random.nextInt(200)] = 1;
                  return EncodedRow.of(Vectors.dense(slots));
                })
            .toList();

    IsolationForestHead mixed = new IsolationForest(100, 256, 1).grow(rows, new int[]{1, 200});

    double[] outlying = new double[201];
    outlying[0] = 8;
    outlying[1] = 1;
    assertThat(mixed.contributions(outlying, 0)[0]).isGreaterThan(0.2);
  }
}
