package dev.sluice.io.cassandra;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a table: ranges of tokens, or single keys.
 *
 * @param ranges the ranges
 * @param keys the values of the columns that are restricted, for each query
 */
record Part(ArrayList<Range> ranges, ArrayList<ArrayList<Object>> keys) implements Serializable {

  /**
   * The tokens behind {@code after} up to {@code upTo}, as texts; empty for the end of all tokens.
   */
  record Range(String after, String upTo) implements Serializable {}

  /** The elements in their order, in at most so many groups of about the same size. */
  static <E> List<List<E>> grouped(List<E> all, int groups) {
    int count = Math.min(groups, all.size());
    List<List<E>> grouped = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) all.size() * i / count);
      int to = (int) ((long) all.size() * (i + 1) / count);
      grouped.add(all.subList(from, to));
    }
    return grouped;
  }
}
