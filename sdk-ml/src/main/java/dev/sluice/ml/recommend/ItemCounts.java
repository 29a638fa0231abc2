package dev.sluice.ml.recommend;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How often each item is rated, and the sum of its ratings.
 *
 * @param ids the items
 * @param support how many ratings each has
 * @param sums of the ratings of each
 */
record ItemCounts(Ids ids, int[] support, double[] sums) {

  /** Of rows of user, item and value. */
  static ItemCounts of(Dataset<Row> pairs, IdType type) {
    Map<Serializable, Row> byItem = new HashMap<>();
    for (Row row : pairs.groupBy("item").agg(count(lit(1)), sum("value")).collectAsList()) {
      byItem.put((Serializable) row.get(0), row);
    }
    Ids ids = Ids.of(type, byItem.keySet());
    int[] support = new int[ids.size()];
    double[] sums = new double[ids.size()];
    for (int i = 0; i < support.length; i++) {
      Row row = byItem.get(ids.at(i));
      support[i] = Math.toIntExact(row.getLong(1));
      sums[i] = row.getDouble(2);
    }
    return new ItemCounts(ids, support, sums);
  }

  /** How many ratings there are. */
  long ratings() {
    long all = 0;
    for (int each : support) {
      all += each;
    }
    return all;
  }

  /** The mean of all ratings. */
  double mean() {
    double all = 0;
    for (double each : sums) {
      all += each;
    }
    return all / ratings();
  }

  /** How far each item lies from the mean, damped. */
  double[] biases(double mean, double damping) {
    double[] biases = new double[sums.length];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = (sums[i] - mean * support[i]) / (damping + support[i]);
    }
    return biases;
  }

  /** How much more usual each item is than items are. */
  double[] shares(double mean, int users) {
    double[] shares = new double[support.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = support[i] / (double) users - mean;
    }
    return shares;
  }
}
