package dev.sluice.ml.evaluate;

import java.util.SplittableRandom;

/** Sorts numbers and moves with each what belongs to it, in place: quicksort that parts in three, so that ties cost nothing. */
final class PairedSort {

  private static final int SHORT = 24;

  private final double[] keys;
  private final double[] companions;
  private final SplittableRandom pivots = new SplittableRandom(1);

  private PairedSort(double[] keys, double[] companions) {
    this.keys = keys;
    this.companions = companions;
  }

  /** The keys ascend afterwards; there is no NaN among them. */
  static void sort(double[] keys, double[] companions) {
    new PairedSort(keys, companions).sort(0, keys.length - 1);
  }

  private void sort(int first, int last) {
    while (last - first >= SHORT) {
      double pivot = keys[pivots.nextInt(first, last + 1)];
      int less = first;
      int greater = last;
      for (int i = first; i <= greater;) {
        if (keys[i] < pivot) {
          swap(i++, less++);
        } else if (keys[i] > pivot) {
          swap(i, greater--);
        } else {
          i++;
        }
      }
      // The shorter part by recursion, the longer one by the loop: the stack stays small.
      if (less - first < last - greater) {
        sort(first, less - 1);
        first = greater + 1;
      } else {
        sort(greater + 1, last);
        last = less - 1;
      }
    }
    insert(first, last);
  }

  private void insert(int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      for (int j = i; j > first && keys[j - 1] > keys[j]; j--) {
        swap(j - 1, j);
      }
    }
  }

  private void swap(int i, int j) {
    double key = keys[i];
    keys[i] = keys[j];
    keys[j] = key;
    double companion = companions[i];
    companions[i] = companions[j];
    companions[j] = companion;
  }
}
