package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Slots;
import java.io.Serializable;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/** The slots of a row that are not 0, in ascending order. */
@Internal
public final class EncodedRow implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int[] slots;
  private final double[] values;

  private EncodedRow(int[] slots, double[] values) {
    this.slots = slots;
    this.values = values;
  }

  /** Those of a vector. */
  public static EncodedRow of(Vector vector) {
    SparseVector sparse = vector.toSparse();
    return new EncodedRow(sparse.indices(), sparse.values());
  }

  /** Puts them, and returns what takes them. */
  public <S extends Slots> S putTo(S taker) {
    for (int i = 0; i < slots.length; i++) {
      taker.put(slots[i], values[i]);
    }
    return taker;
  }

  /** The numbers of so many slots. */
  double[] dense(int width) {
    double[] dense = new double[width];
    for (int i = 0; i < slots.length; i++) {
      dense[slots[i]] = values[i];
    }
    return dense;
  }

  /** Adds to each sum the products with the numbers of all slots: of each slot, the numbers for all sums. */
  void addProducts(double[][] bySlot, double[] sums) {
    for (int i = 0; i < slots.length; i++) {
      double value = values[i];
      double[] numbers = bySlot[slots[i]];
      for (int sum = 0; sum < sums.length; sum++) {
        sums[sum] += value * numbers[sum];
      }
    }
  }

  /** The square of the distance from the numbers of all slots: of the differences, so that it is 0 where they are equal. */
  double squareTo(double[] dense) {
    double sum = 0;
    int next = 0;
    for (int slot = 0; slot < dense.length; slot++) {
      boolean put = next < slots.length && slots[next] == slot;
      double difference = (put ? values[next++] : 0) - dense[slot];
      sum += difference * difference;
    }
    return sum;
  }

  /** A number that equal rows share and others do not. */
  long hash(long seed) {
    long hash = Seeds.mixed(seed);
    for (int i = 0; i < slots.length; i++) {
      hash = Seeds.mixed(hash ^ slots[i]);
      hash = Seeds.mixed(hash ^ Double.doubleToLongBits(values[i]));
    }
    return hash;
  }
}
