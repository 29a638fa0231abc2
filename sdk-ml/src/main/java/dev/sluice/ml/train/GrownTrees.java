package dev.sluice.ml.train;

import dev.sluice.ml.model.DecisionTree;
import dev.sluice.ml.model.LinearHead.Link;
import dev.sluice.ml.model.TreesHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.DecisionTreeModel;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;

/** Trees of MLlib's as those of a document. */
final class GrownTrees {

  private GrownTrees() {}

  /** Trees whose nodes have a number each. */
  static TreesHead ofNumbers(
      Link link, double[] weights, DecisionTreeModel[] trees, Vector gains) {
    return of(link, weights, trees, gains, node -> new double[]{node.prediction()});
  }

  /** Trees whose nodes have a share of each label. */
  static TreesHead ofLabels(double[] weights, DecisionTreeModel[] trees, Vector gains) {
    return of(Link.IDENTITY, weights, trees, gains, GrownTrees::shares);
  }

  /** The same for all of so many trees. */
  static double[] mean(int trees) {
    double[] weights = new double[trees];
    Arrays.fill(weights, 1.0 / trees);
    return weights;
  }

  private static TreesHead of(
      Link link,
      double[] weights,
      DecisionTreeModel[] trees,
      Vector gains,
      Function<Node, double[]> values) {
    List<DecisionTree> copied = new ArrayList<>();
    for (DecisionTreeModel tree : trees) {
      Copy copy = new Copy(values);
      copy.add(tree.rootNode());
      copied.add(copy.tree());
    }
    return new TreesHead(link, weights, copied, gains.toArray());
  }

  private static double[] shares(Node node) {
    double[] counts = node.impurityStats().stats();
    double all = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(count -> count / all).toArray();
  }

  /** The nodes of a tree, each before those below it. */
  private static final class Copy {

    private final Function<Node, double[]> values;
    private final List<Integer> slots = new ArrayList<>();
    private final List<Double> thresholds = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();

    private Copy(Function<Node, double[]> values) {
      this.values = values;
    }

    private void add(Node node) {
      for (double value : values.apply(node)) {
        numbers.add(value);
      }
      if (node instanceof InternalNode inner) {
        ContinuousSplit split = (ContinuousSplit) inner.split();
        slots.add(split.featureIndex());
        thresholds.add(split.threshold());
        add(inner.leftChild());
        add(inner.rightChild());
      } else {
        slots.add(DecisionTree.LEAF);
      }
    }

    private DecisionTree tree() {
      return new DecisionTree(
          slots.stream().mapToInt(Integer::intValue).toArray(),
          doubles(thresholds),
          doubles(numbers));
    }

    private static double[] doubles(List<Double> list) {
      return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
