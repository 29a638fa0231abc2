package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A tree that parts rows by one slot after the other: to the left goes what is at most a threshold, to the right the
 * rest. Its nodes stand one behind the other, each before what is left of it, and that before what is right of it, so that
 * the order alone says where each node leads: to a later one, whatever a document claims. Nodes that part have values too,
 * those of all rows that came there: from the one above to the one below is what a split has changed.
 */
public final class DecisionTree implements Serializable {

  /** In place of a slot, that a node parts no further. */
  public static final int LEAF = -1;

  private static final long serialVersionUID = 1L;

  /** What is written of it. */
  record Nodes(int[] slots, double[] thresholds, double[] values) {}

  private final int[] slots;
  private final double[] thresholds;
  private final double[] values;

  /** By node: the threshold, and which node is to the right. */
  private final double[] bounds;
  private final int[] rights;
  private final int outputs;

  /**
   * A tree.
   *
   * @param slots by which slot each node parts, or {@link #LEAF}
   * @param thresholds of the nodes that part, in order
   * @param values of all nodes, in order: one each, or one for each label
   * @throws IllegalArgumentException if they are no tree, whole and with nothing behind it
   */
  public DecisionTree(int[] slots, double[] thresholds, double[] values) {
    Valid.present(slots, "the list of a tree's slots");
    Valid.finite(thresholds, "the thresholds of a tree");
    Valid.finite(values, "the values of a tree");
    Valid.that(
        slots.length == 2L * thresholds.length + 1,
        "%s nodes and %s thresholds are no tree",
        slots.length,
        thresholds.length);
    Valid.that(
        values.length > 0 && values.length % slots.length == 0,
        "%s nodes of a tree have %s values",
        slots.length,
        values.length);
    this.slots = slots.clone();
    this.thresholds = thresholds.clone();
    this.values = values.clone();
    this.outputs = values.length / slots.length;
    this.bounds = new double[slots.length];
    this.rights = new int[slots.length];
    link();
  }

  /** The tree that was written. */
  DecisionTree(Nodes nodes) {
    this(nodes.slots(), nodes.thresholds(), nodes.values());
  }

  /** What is to be written. */
  Nodes nodes() {
    return new Nodes(slots, thresholds, values);
  }

  /** Finds by the order of the nodes where each leads, and refuses what is no tree. */
  private void link() {
    int[] waiting = new int[thresholds.length];
    int waits = 0;
    int splits = 0;
    for (int node = 0; node < slots.length; node++) {
      boolean last = node == slots.length - 1;
      if (slots[node] >= 0) {
        Valid.that(splits < thresholds.length && !last, "a tree does not end in leaves");
        bounds[node] = thresholds[splits++];
        waiting[waits++] = node;
      } else {
        Valid.that(slots[node] == LEAF, "a tree parts by slot %s", slots[node]);
        Valid.that(waits > 0 || last, "a tree ends before its last node");
        if (!last) {
          rights[waiting[--waits]] = node + 1;
        }
      }
    }
  }

  /** How many values each node has. */
  int outputs() {
    return outputs;
  }

  /** Whether the values of each node are shares of something. */
  boolean hasShares() {
    for (int node = 0; node < slots.length; node++) {
      double sum = 0;
      for (int output = 0; output < outputs; output++) {
        double value = values[node * outputs + output];
        if (value < 0) {
          return false;
        }
        sum += value;
      }
      if (!(sum > 0 && Double.isFinite(sum))) {
        return false;
      }
    }
    return true;
  }

  /** The greatest slot that it reads, or {@link #LEAF} if it reads none. */
  int greatestSlot() {
    return Arrays.stream(slots).max().orElse(LEAF);
  }

  /** Adds the values of the leaf of a row, so many times. */
  void add(SlotRow row, double weight, double[] sums) {
    int node = 0;
    while (slots[node] >= 0) {
      node = next(node, row);
    }
    for (int output = 0; output < outputs; output++) {
      sums[output] += weight * values[node * outputs + output];
    }
  }

  /** Tells of each split on the way of a row by how much it changed a value, so many times. */
  void changes(SlotRow row, double weight, int output, SplitShares shares) {
    int node = 0;
    while (slots[node] >= 0) {
      int next = next(node, row);
      shares.add(
          slots[node],
          weight * (values[next * outputs + output] - values[node * outputs + output]));
      node = next;
    }
  }

  private int next(int node, SlotRow row) {
    return row.get(slots[node]) <= bounds[node] ? node + 1 : rights[node];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecisionTree same
        && Arrays.equals(slots, same.slots)
        && Arrays.equals(thresholds, same.thresholds)
        && Arrays.equals(values, same.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(slots) * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "decision tree of %s nodes".formatted(slots.length);
  }
}
