package dev.sluice.ml.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Counts of rows by their label and by what becomes of them, as they come from Spark. */
final class LabelCounts {

  private final TreeMap<String, Long> train = new TreeMap<>();
  private final TreeMap<String, Double> weights = new TreeMap<>();
  private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
  private long tests;
  private long infinite;
  private long badWeights;

  /** Why rows are left out, whether they train, their label, how many they are, what they count, and how many have no weight. */
  void add(Row counted) {
    long rows = counted.getLong(3);
    if (!counted.isNullAt(0)) {
      leftOut.merge(LeftOut.valueOf(counted.getString(0)), rows, Long::sum);
      return;
    }
    badWeights += counted.getLong(5);
    if (counted.isNullAt(2)) {
      infinite += rows;
    } else if (counted.getBoolean(1)) {
      train.merge(counted.getString(2), rows, Long::sum);
      weights.merge(counted.getString(2), counted.getDouble(4), Double::sum);
    } else {
      tests += rows;
    }
  }

  /** Rows whose label is to be a number and is none. */
  long infinite() {
    return infinite;
  }

  /** Rows whose weight is none. */
  long badWeights() {
    return badWeights;
  }

  /** The labels, not yet looked at. */
  TrainingLabels of(TrainingSpec spec) {
    return switch (spec.task()) {
      case BINARY ->
        new TrainingLabels(
            spec,
            List.of("false", "true"),
            List.of(train.getOrDefault("0.0", 0L), train.getOrDefault("1.0", 0L)),
            List.of(weights.getOrDefault("0.0", 0.0), weights.getOrDefault("1.0", 0.0)),
            tests,
            leftOut);
      case MULTICLASS -> of(spec, List.copyOf(train.keySet()));
      default -> of(spec, List.of());
    };
  }

  private TrainingLabels of(TrainingSpec spec, List<String> names) {
    return new TrainingLabels(
        spec, names, List.copyOf(train.values()), List.copyOf(weights.values()), tests, leftOut);
  }
}
