package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** Counts rows while a model scores them, each count under a name of its own. It is immutable; whoever calls keeps the numbers. */
public interface Counting extends Serializable {

  /** Takes what is counted of a row. */
  @FunctionalInterface
  interface Counts {

    /**
     * Adds to a count.
     *
     * @param count its position among the names
     * @param amount how much, as a rule 1
     */
    void add(int count, long amount);
  }

  /** The names of the counts, all different. */
  List<String> names();

  /** The counts of both, those of the second behind those of the first; their names have to be different. */
  static Counting both(Counting first, Counting second) {
    return new Both(first, second);
  }

  /**
   * Two together.
   *
   * @param first one
   * @param second the other
   */
  record Both(Counting first, Counting second) implements Counting {

    @Override
    public List<String> names() {
      return Stream.concat(first.names().stream(), second.names().stream()).toList();
    }

    @Override
    public void count(Inputs inputs, Scores scores, Counts counts) {
      first.count(inputs, scores, counts);
      int before = first.size();
      second.count(inputs, scores, (count, amount) -> counts.add(before + count, amount));
    }
  }

  /** How many counts there are. */
  default int size() {
    return names().size();
  }

  /**
   * Counts a row.
   *
   * @param inputs what the model read
   * @param scores what it gave
   */
  void count(Inputs inputs, Scores scores, Counts counts);
}
