package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A tree that parts rows by one slot after the other: to the left goes what is less than a threshold, to the right
 * the rest. Its nodes stand one behind the other, each before what is left of it, and that before what is right of it, so
 * that the order alone says where each node leads: to a later one, whatever a document claims.
 */
public final class IsolationTree implements Serializable {

  /** In place of a slot, that a node parts no further. */
  public static final int LEAF = -1;

  private static final long serialVersionUID = 1L;

  /** What is written of it. */
  record Nodes(int[] slots, double[] thresholds, int[] rows) {}

  private final int[] slots;
  private final double[] thresholds;
  private final int[] rows;

  /** By node: the threshold, where to the right, and how long a path through it is expected to be. */
  private final double[] bounds;
  private final int[] rights;
  private final double[] lengths;
  private final int drawn;

  /**
   * A tree.
   *
   * @param slots by which slot each node parts, or {@link #LEAF}
   * @param thresholds of the nodes that part, in order
   * @param rows how many of the drawn rows are in each leaf, in order
   * @throws IllegalArgumentException if they are no tree, whole and with nothing behind it
   */
  public IsolationTree(int[] slots, double[] thresholds, int[] rows) {
    Valid.present(slots, "the list of a tree's slots");
    Valid.finite(thresholds, "the thresholds of a tree");
    Valid.present(rows, "the list of the rows of a tree's leaves");
    this.slots = slots.clone();
    this.thresholds = thresholds.clone();
    this.rows = rows.clone();
    Shape shape = new Shape(slots, thresholds, rows);
    this.bounds = shape.bounds;
    this.rights = shape.rights;
    this.lengths = shape.lengths;
    this.drawn = shape.sizes[0];
  }

  /** The tree that was written. */
  IsolationTree(Nodes nodes) {
    this(nodes.slots(), nodes.thresholds(), nodes.rows());
  }

  /** What is to be written. */
  Nodes nodes() {
    return new Nodes(slots, thresholds, rows);
  }

  /** How many rows were drawn for it. */
  int drawn() {
    return drawn;
  }

  /** The greatest slot that it reads, or {@link #LEAF} if it reads none. */
  int greatestSlot() {
    return Arrays.stream(slots).max().orElse(LEAF);
  }

  /** How long the path of a row is, the rows left in its leaf taken for parted as usual. */
  double length(SlotRow row) {
    int node = 0;
    while (slots[node] >= 0) {
      node = next(node, row);
    }
    return lengths[node];
  }

  /** Tells of each split by how much it made the path of a row shorter than was to be expected above it. */
  void shortening(SlotRow row, SplitShares shares) {
    int node = 0;
    while (slots[node] >= 0) {
      int next = next(node, row);
      shares.add(slots[node], lengths[node] - lengths[next]);
      node = next;
    }
  }

  private int next(int node, SlotRow row) {
    return row.get(slots[node]) < bounds[node] ? node + 1 : rights[node];
  }

  /** Finds by the order of the nodes where each leads, and refuses what is no tree. */
  private static final class Shape {

    private final double[] bounds;
    private final int[] rights;
    private final int[] sizes;
    private final double[] lengths;

    private Shape(int[] slots, double[] thresholds, int[] rows) {
      int nodes = slots.length;
      Valid.that(
          nodes == 2L * thresholds.length + 1 && rows.length == thresholds.length + 1,
          "%s nodes, %s thresholds and %s leaves are no tree",
          nodes,
          thresholds.length,
          rows.length);
      this.bounds = new double[nodes];
      this.rights = new int[nodes];
      this.sizes = new int[nodes];
      this.lengths = new double[nodes];
      int[] depths = new int[nodes];
      int[] waiting = new int[thresholds.length];
      int waits = 0;
      int splits = 0;
      for (int node = 0; node < nodes; node++) {
        boolean last = node == nodes - 1;
        if (slots[node] >= 0) {
          Valid.that(splits < thresholds.length && !last, "the tree does not end in leaves");
          bounds[node] = thresholds[splits++];
          waiting[waits++] = node;
          depths[node + 1] = depths[node] + 1;
        } else {
          Valid.that(slots[node] == LEAF, "a tree parts by slot %s", slots[node]);
          sizes[node] = rows[node - splits];
          Valid.that(sizes[node] > 0, "a leaf has %s rows", sizes[node]);
          Valid.that(waits > 0 || last, "the tree ends before its last node");
          if (!last) {
            int above = waiting[--waits];
            rights[above] = node + 1;
            depths[node + 1] = depths[above] + 1;
          }
        }
      }
      addUp(slots, depths);
    }

    private void addUp(int[] slots, int[] depths) {
      for (int node = slots.length - 1; node >= 0; node--) {
        if (slots[node] >= 0) {
          long sum = (long) sizes[node + 1] + sizes[rights[node]];
          Valid.that(sum <= Integer.MAX_VALUE, "a tree has %s rows", sum);
          sizes[node] = (int) sum;
        }
        lengths[node] = depths[node] + PathLengths.of(sizes[node]);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IsolationTree same
        && Arrays.equals(slots, same.slots)
        && Arrays.equals(thresholds, same.thresholds)
        && Arrays.equals(rows, same.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(slots) * 31 + Arrays.hashCode(thresholds);
  }

  @Override
  public String toString() {
    return "isolation tree of %s nodes".formatted(slots.length);
  }
}
