package dev.sluice.ml.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A number by the bucket that it lies in: below the first edge, from each edge to the next, from the last on; NULL
 * has a bucket of its own.
 *
 * @param column the component
 * @param edges ascending
 */
public record BucketEncoding(String column, double[] edges) implements Encoding {
  public BucketEncoding {
    Valid.present(column, "the column of buckets");
    Valid.finite(edges, "the edges of " + column);
    Valid.that(edges.length > 0, "%s has no edges", column);
    for (int i = 1; i < edges.length; i++) {
      Valid.that(edges[i - 1] < edges[i], "the edges of %s do not ascend", column);
    }
    edges = edges.clone();
  }

  @Override
  public double[] edges() {
    return edges.clone();
  }

  @Override
  public String feature() {
    return column + " in buckets";
  }

  @Override
  public List<String> reads() {
    return List.of(column);
  }

  @Override
  public int width() {
    return edges.length + 2;
  }

  @Override
  public List<String> slots() {
    List<String> names = new ArrayList<>();
    names.add(column + " < " + edges[0]);
    for (int i = 1; i < edges.length; i++) {
      names.add("%s ≤ %s < %s".formatted(edges[i - 1], column, edges[i]));
    }
    names.add(column + " ≥ " + edges[edges.length - 1]);
    names.add(column + " is NULL");
    return names;
  }

  @Override
  public void encode(Inputs inputs, int[] columns, int first, Slots slots) {
    int bucket =
        inputs.isNull(columns[0]) ? edges.length + 1 : bucket(inputs.number(columns[0]));
    slots.put(first + bucket, 1);
  }

  private int bucket(double number) {
    int found = Arrays.binarySearch(edges, number);
    return found >= 0 ? found + 1 : -found - 1;
  }

  @Override
  public List<Requirement> requirements() {
    return List.of(new Requirement.Finite(column));
  }

  @Override
  public String shown(Inputs inputs, int[] columns) {
    return inputs.isNull(columns[0])
        ? LevelTable.NULL
        : Double.toString(inputs.number(columns[0]));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BucketEncoding same
        && column.equals(same.column)
        && Arrays.equals(edges, same.edges);
  }

  @Override
  public int hashCode() {
    return column.hashCode() * 31 + Arrays.hashCode(edges);
  }
}
