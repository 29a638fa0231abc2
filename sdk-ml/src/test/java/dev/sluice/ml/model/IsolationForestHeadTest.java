package dev.sluice.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon random splits part a row from others. */
class IsolationForestHeadTest {

  /** Parts one row by slot 0, and of the other seven four by slot 1. */
  private static final IsolationTree TREE =
      new IsolationTree(new int[]{0, -1, 1, -1, -1}, new double[]{10, 0.5}, new int[]{1, 3, 4});

  private final IsolationForestHead head = new IsolationForestHead(2, List.of(TREE));

  private static double score(Head head, double... slots) {
    Tally tally = head.open();
    for (int i = 0; i < slots.length; i++) {
      tally.put(i, slots[i]);
    }
    return tally.scores().value();
  }

  private static double average(int rows) {
    return 2 * (Math.log(rows - 1) + 0.5772156649015329) - 2.0 * (rows - 1) / rows;
  }

  @Test
  void theScoreIsThatOfThePaper() {
    assertThat(score(head, 9.9, 7)).isCloseTo(Math.pow(2, -1 / average(8)), within(1e-15));
    assertThat(score(head, 10, 0.4))
        .isCloseTo(Math.pow(2, -(2 + average(3)) / average(8)), within(1e-15));
    assertThat(score(head, 11, 0.5))
        .isCloseTo(Math.pow(2, -(2 + average(4)) / average(8)), within(1e-15));
  }

  @Test
  void aTreeThatPartsNothingFindsNothingUnusual() {
    IsolationTree leaf = new IsolationTree(new int[]{-1}, new double[0], new int[]{8});

    assertThat(score(new IsolationForestHead(2, List.of(leaf)), 1, 1)).isEqualTo(0.5);
  }

  @Test
  void contributionsAddUpToTheLogarithmOfTheScore() {
    for (double[] row : new double[][]{{1, 1}, {10, 0}, {12, 3}}) {
      double sum = Arrays.stream(head.contributions(row, 0)).sum();

      assertThat(Math.pow(2, sum - 1)).isCloseTo(score(head, row), within(1e-12));
    }
  }

  @Test
  void theSlotThatPartedARowContributesMost() {
    double[] contributions = head.contributions(new double[]{1, 1}, 0);

    assertThat(contributions[0]).isPositive();
    assertThat(contributions[1]).isZero();
  }

  @Test
  void itIsWrittenAndReadAsJson() {
    byte[] json = ModelJson.bytes(head);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"kind\":\"isolation forest\",\"width\":2,\"trees\":[{\"slots\":[0,-1,1,-1,-1],"
                + "\"thresholds\":[10.0,0.5],\"rows\":[1,3,4]}]}");
    assertThat(ModelJson.read(json, Head.class, "memory")).isEqualTo(head);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "[0,-1,-1]; [1.0]; [1,2,3]; more leaves than the tree has",
      "[0,-1,-1]; []; [1,2]; fewer thresholds than splits",
      "[0,-1]; [1.0]; [1,2]; a split that leads nowhere",
      "[-1,0,-1]; [1.0]; [1,2]; a tree that ends before its end",
      "[-1,-1,0]; [1.0]; [1,2]; a split at the end",
      "[0,0,0]; [1.0]; [1,2]; splits alone",
      "[-1,-1,-1]; [1.0]; [1,2]; leaves alone",
      "[0,-2,-1]; [1.0]; [1,2]; a slot below zero",
      "[9,-1,-1]; [1.0]; [1,2]; a slot that rows do not have",
      "[2147483647,-1,-1]; [1.0]; [1,2]; the greatest slot",
      "[0,-1,-1]; [1.0]; [0,2]; a leaf without rows",
      "[0,-1,-1]; [1.0]; [-5,2]; a leaf of fewer than no rows",
      "[0,-1,-1]; [1.0]; [2147483647,2147483647]; more rows than a number holds",
      "[0,-1,-1]; [1e999]; [1,2]; a threshold that is not finite",
      "[0,-1,-1]; [null]; [1,2]; a threshold that is missing",
      "[0.5,-1,-1]; [1.0]; [1,2]; half a slot",
      "[-1]; []; [1]; one row alone",
      "[]; []; []; nothing",
      "null; null; null; null",
  })
  void whatIsNoTreeIsRefused(String slots, String thresholds, String rows, String why) {
    byte[] json =
        "{\"kind\":\"isolation forest\",\"width\":2,\"trees\":[{\"slots\":%s,\"thresholds\":%s,\"rows\":%s}]}"
            .formatted(slots, thresholds, rows)
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> ModelJson.read(json, Head.class, "memory"))
        .as(why)
        .isInstanceOf(BadModelException.class);
  }

  @Test
  void aForestWithoutTreesIsRefused() {
    assertThatThrownBy(() -> new IsolationForestHead(2, List.of()))
        .hasMessage("the forest has no trees");
  }

  @Test
  void treesOfDifferentSamplesAreRefused() {
    IsolationTree other = new IsolationTree(new int[]{-1}, new double[0], new int[]{9});

    assertThatThrownBy(() -> new IsolationForestHead(2, List.of(TREE, other)))
        .hasMessage("tree 1 is of 9 rows, and the first one of 8");
  }

  @Test
  @Timeout(60)
  void whateverIsTakenForATreeEndsInALeaf() {
    Random random = new Random(1);
    int taken = 0;
    for (int i = 0; i < 50_000; i++) {
      int splits = random.nextInt(4);
      int[] slots = random.ints(2L * splits + 1, -1, 2).toArray();
      double[] thresholds = random.doubles(splits).toArray();
      int[] rows = random.ints(splits + 1L, 1, 5).toArray();
      try {
        double score =
            score(
                new IsolationForestHead(2, List.of(new IsolationTree(slots, thresholds, rows))),
                random.nextDouble(),
                random.nextDouble());
        assertThat(score).isBetween(0.0, 1.0);
        taken++;
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageNotContaining("Index");
      }
    }
    assertThat(taken).isBetween(1_000, 40_000);
  }
}
