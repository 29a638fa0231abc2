package dev.sluice.ml.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** In which circumstances a model was trained, as its card says it. */
final class Circumstances {

  private Circumstances() {}

  /**
   * By the rows that were trained with.
   *
   * @param seed of everything that was drawn
   * @param but what else it takes to get the same model again; empty, or behind a comma
   */
  static Map<String, String> of(Dataset<Row> rows, long seed, String but) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("seed", Long.toString(seed));
    about.put("partitions", Integer.toString(rows.rdd().getNumPartitions()));
    about.put("Spark", rows.sparkSession().version());
    about.put(
        "the same again",
        "by the same rows in the same partitions, seed, options and versions" + but);
    return about;
  }
}
