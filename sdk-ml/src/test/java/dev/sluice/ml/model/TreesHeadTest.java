package dev.sluice.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ml.model.LinearHead.Link;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees in a document: what they say of a row, why, and that no document leads them astray. */
class TreesHeadTest {

  /** By slot 0, and of what is above 1 by slot 2. */
  private static final DecisionTree TREE =
      new DecisionTree(
          new int[]{0, -1, 2, -1, -1}, new double[]{1, 0.5}, new double[]{5, 1, 8, 6, 10});

  private static final DecisionTree STUMP =
      new DecisionTree(new int[]{1, -1, -1}, new double[]{0}, new double[]{0.5, -2, 2});

  private static final TreesHead HEAD =
      new TreesHead(
          Link.IDENTITY,
          new double[]{1, 0.5},
          List.of(TREE, STUMP),
          new double[]{0.7, 0.2, 0.1});

  private static double score(TreesHead head, double... slots) {
    Tally tally = head.open();
    for (int slot = 0; slot < slots.length; slot++) {
      tally.put(slot, slots[slot]);
    }
    return tally.scores().value();
  }

  private static Head read(String json) {
    return ModelJson.read(json.getBytes(StandardCharsets.UTF_8), Head.class, "a test");
  }

  private static String json(String slots, String thresholds, String values, String gains) {
    return """
        {"kind":"trees","link":"IDENTITY","weights":[1.0],"trees":[{"slots":[%s],"thresholds":[%s],"values":[%s]}],"gains":[%s]}"""
        .formatted(
            slots.replace(';', ','),
            thresholds.replace(';', ','),
            values.replace(';', ','),
            gains.replace(';', ','));
  }

  @Test
  void whatIsAtMostAThresholdGoesToTheLeft() {
    assertThat(score(HEAD, 1, 0, 9)).isEqualTo(1 - 1);
    assertThat(score(HEAD, 1.1, 0, 0.5)).isEqualTo(6 - 1);
    assertThat(score(HEAD, 1.1, 0.1, 0.6)).isEqualTo(10 + 1);
  }

  @Test
  void theLinkIsOfTheSum() {
    TreesHead head =
        new TreesHead(Link.LOGISTIC, new double[]{2}, List.of(STUMP), new double[]{0, 1});

    assertThat(score(head, 0, 1)).isCloseTo(1 / (1 + Math.exp(-4)), within(1e-15));
  }

  @Test
  void eachSplitIsCreditedWithWhatItChanged() {
    assertThat(HEAD.contributions(new double[]{2, 1, 0}, 0))
        .containsExactly(3, 0.5 * 1.5, -2);
  }

  @Test
  void severalLabelsHaveShares() {
    DecisionTree tree =
        new DecisionTree(
            new int[]{0, -1, -1}, new double[]{0}, new double[]{0.5, 0.5, 0.9, 0.1, 0.2, 0.8});
    Tally tally =
        new TreesHead(Link.IDENTITY, new double[]{1}, List.of(tree), new double[]{1}).open();
    tally.put(0, 1);

    assertThat(tally.scores().index()).isEqualTo(1);
    assertThat(tally.scores().each()).containsExactly(new double[]{0.2, 0.8}, within(1e-15));
  }

  @Test
  void readsWhatItWrites() {
    assertThat(ModelJson.read(ModelJson.bytes(HEAD), Head.class, "a test")).isEqualTo(HEAD);
  }

  @ParameterizedTest
  @CsvSource({
      "0;-1,        0,   1;2,       1, 2 nodes and 1 thresholds are no tree",
      "0;0;-1,      0,   1;2;3,     1, does not end in leaves",
      "-1;0;-1,     0,   1;2;3,     1, ends before its last node",
      "-1;-1;0,     0,   1;2;3,     1, ends before its last node",
      "0;-1;0,      0,   1;2;3,     1, does not end in leaves",
      "0;-1;-7,     0,   1;2;3,     1, parts by slot -7",
      "0;-1;-1,     0,   1;2,       1, have 2 values",
      "3;-1;-1,     0,   1;2;3,   0;1, parts by slot 3",
      "0;-1;-1,     0,   1;1;1;1;-1;1, 1, no shares",
      "2147483647;-1;-1, 0, 1;2;3,  1, parts by slot 2147483647",
      "0;-1;-1,     1e999, 1;2;3,   1, Infinity",
  })
  void noDocumentLeadsItAstray(
      String slots, String thresholds, String values, String gains, String why) {
    assertThatThrownBy(() -> read(json(slots, thresholds, values, gains)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(why);
  }
}
