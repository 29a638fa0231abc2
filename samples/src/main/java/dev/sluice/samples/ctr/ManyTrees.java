package dev.sluice.samples.ctr;

import dev.sluice.ml.model.DecisionTree;
import dev.sluice.ml.model.LinearHead.Link;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.TreesHead;
import dev.sluice.ml.score.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A model of a hundred trees of five splits a row, drawn by chance, to see how fast it is: what it says is of no use. */
final class ManyTrees {

  private static final int TREES = 100;
  private static final int DEPTH = 5;

  private ManyTrees() {}

  /** With the features and the output of another model. */
  static Model<Impression, Chance> of(Model<Impression, Chance> model) {
    ModelDocument d = model.document();
    int slots = d.head().width();
    double[] weights = new double[TREES];
    Arrays.fill(weights, 0.1);
    double[] gains = new double[slots];
    Arrays.fill(gains, 1.0 / slots);
    Random random = new Random(1);
    TreesHead head =
        new TreesHead(
            Link.LOGISTIC, weights,
            Stream.generate(() -> tree(slots, random)).limit(TREES).toList(),
            gains);
    return Model.of(
        new ModelDocument(
            d.format(), "trees", d.created(), d.task(), d.signature(), d.encodings(), head,
            d.labels(), d.calibration(), d.cells(), d.card(), List.of()),
        Impression.class,
        Chance.class,
        "memory");
  }

  private static DecisionTree tree(int slots, Random random) {
    List<Integer> nodes = new ArrayList<>();
    split(DEPTH, slots, random, nodes);
    return new DecisionTree(
        nodes.stream().mapToInt(Integer::intValue).toArray(),
        random.doubles(nodes.size() / 2).toArray(),
        random.doubles(nodes.size(), -1, 1).toArray());
  }

  /** The nodes below one, in the order of a document: each before what is left of it, and that before what is right. */
  private static void split(int depth, int slots, Random random, List<Integer> nodes) {
    if (depth == 0) {
      nodes.add(DecisionTree.LEAF);
      return;
    }
    nodes.add(random.nextInt(slots));
    split(depth - 1, slots, random, nodes);
    split(depth - 1, slots, random, nodes);
  }
}
