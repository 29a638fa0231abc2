package dev.sluice.testkit;

import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for the smallest split that still fails: first fewer rows, in portions that get smaller, then
 * fewer epochs. Each try runs the pipeline twice, so there is a limit.
 *
 * @param <F> what is wrong with a split
 */
final class ReplayShrinker<F> {

  /** A failing split. */
  record Failing<F>(ReplaySplit split, F failure) {}

  private final Function<ReplaySplit, Optional<F>> check;
  private int left;

  /**
   * @param check what is wrong with a split; empty if nothing is
   * @param tries how many splits may be checked
   */
  ReplayShrinker(Function<ReplaySplit, Optional<F>> check, int tries) {
    this.check = check;
    this.left = tries;
  }

  Failing<F> shrink(Failing<F> failing) {
    Failing<F> smallest = failing;
    boolean smaller = true;
    while (smaller && left > 0) {
      Failing<F> found = fewerEpochs(fewerRows(smallest));
      smaller = !found.split().equals(smallest.split());
      smallest = found;
    }
    return smallest;
  }

  private Failing<F> fewerRows(Failing<F> failing) {
    Failing<F> smallest = failing;
    int portion =
        failing.split().epochs().stream().mapToInt(java.util.List::size).max().orElse(0);
    while (portion > 0) {
      smallest = withoutPortions(smallest, portion);
      portion = portion / 2;
    }
    return smallest;
  }

  private Failing<F> withoutPortions(Failing<F> failing, int portion) {
    Failing<F> smallest = failing;
    for (int epoch = failing.split().epochs().size() - 1; epoch >= 0; epoch--) {
      int end = epoch < smallest.split().epochs().size()
          ? smallest.split().epochs().get(epoch).size()
          : 0;
      while (end > 0) {
        int start = Math.max(0, end - portion);
        smallest = orSmaller(smallest, smallest.split().without(epoch, start, end));
        end = start;
      }
    }
    return smallest;
  }

  private Failing<F> fewerEpochs(Failing<F> failing) {
    Failing<F> smallest = failing;
    for (int epoch = failing.split().epochs().size() - 2; epoch >= 0; epoch--) {
      if (epoch + 1 < smallest.split().epochs().size()) {
        smallest = orSmaller(smallest, smallest.split().joined(epoch));
      }
    }
    return smallest;
  }

  private Failing<F> orSmaller(Failing<F> failing, ReplaySplit smaller) {
    if (left <= 0 || smaller.epochs().isEmpty()) {
      return failing;
    }
    left--;
    return check.apply(smaller).map(failure -> new Failing<>(smaller, failure)).orElse(failing);
  }
}
