package dev.sluice.ml.train;

import dev.sluice.ml.feature.Feature;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.LabelMeanEncoding;
import dev.sluice.ml.model.Levels;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Means of the label by level, of all rows that train and of those of all parts but one. A row that trains must not be encoded with a mean that
 * its own label is in: for a level of one row that mean is the label, and whatever learns takes it for the best feature of all.
 */
final class LabelMeans {

  /** Nothing is encoded by the label. */
  static final LabelMeans NONE = new LabelMeans(0);

  /** A sum of doubles depends on its order in the last bits; a mean without them does not. */
  private static final MathContext DIGITS = new MathContext(12);

  private static final int ALL = -1;

  private final int folds;
  private final Map<Integer, Feature.LabelMean> features = new HashMap<>();
  private final Map<Integer, List<Level>> levels = new HashMap<>();
  private double overall;
  private double weight;

  private LabelMeans(int folds) {
    this.folds = folds;
  }

  /** A level, and for each part the sums of the weights and of the labels times these. */
  private record Level(String name, double[] weights, double[] sums) {

    /** The mean without the rows of a part, as if so many rows more had the mean of all. */
    private double mean(int without, double prior, double overall) {
      double weighs = prior;
      double sum = prior * overall;
      for (int fold = 0; fold < weights.length; fold++) {
        if (fold != without) {
          weighs += weights[fold];
          sum += sums[fold];
        }
      }
      return weighs > 0 ? rounded(sum / weighs) : overall;
    }

    private double weighs() {
      double weighs = 0;
      for (double of : weights) {
        weighs += of;
      }
      return weighs;
    }
  }

  /**
   * The means that features need.
   *
   * @param train the rows that train, with label, weight and part
   * @param folds how many parts there are
   */
  static LabelMeans of(Dataset<Row> train, List<Feature> features, int folds) {
    LabelMeans means = new LabelMeans(folds);
    List<Column> each = new ArrayList<>();
    Column atLeast = functions.lit(1L);
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i) instanceof Feature.LabelMean mean) {
        means.features.put(i, mean);
        each.add(
            functions.struct(functions.lit(i).as("feature"),
                LevelColumn.of(mean.columns()).as("name")));
        atLeast =
            functions
                .when(functions.col("feature").equalTo(i), mean.atLeast())
                .otherwise(atLeast);
      }
    }
    if (!each.isEmpty()) {
      means.measure(train);
      means.collect(train, each, atLeast);
    }
    return means;
  }

  private static Column labelled() {
    return functions
        .col(TrainingColumns.LABEL)
        .multiply(functions.col(TrainingColumns.WEIGHT));
  }

  private void measure(Dataset<Row> train) {
    Row sums =
        train
            .agg(
                functions.sum(functions.col(TrainingColumns.WEIGHT)), functions.sum(labelled()))
            .head();
    weight = sums.isNullAt(0) ? 0 : sums.getDouble(0);
    overall = weight > 0 ? rounded(sums.getDouble(1) / weight) : 0;
  }

  private void collect(Dataset<Row> train, List<Column> each, Column atLeast) {
    List<Column> sums = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      Column within = functions.col(EncodedRows.FOLD).equalTo(fold);
      sums.add(ofPart(within, functions.col(TrainingColumns.WEIGHT)));
      sums.add(ofPart(within, labelled()));
    }
    train
        .withColumn("level", functions.explode(functions.array(each.toArray(Column[]::new))))
        .withColumn("feature", functions.col("level.feature"))
        .withColumn("name", functions.col("level.name"))
        .groupBy("feature", "name")
        .agg(functions.count(functions.lit(1)).as("rows"), sums.toArray(Column[]::new))
        .filter(functions.col("rows").geq(atLeast))
        .orderBy(functions.col("rows").desc(), functions.col("name"))
        .toLocalIterator()
        .forEachRemaining(this::keep);
  }

  private static Column ofPart(Column within, Column number) {
    return functions.sum(functions.when(within, number).otherwise(0.0));
  }

  private void keep(Row row) {
    int feature = row.getInt(0);
    List<Level> kept = levels.computeIfAbsent(feature, none -> new ArrayList<>());
    if (kept.size() < features.get(feature).maxLevels()) {
      double[] weights = new double[folds];
      double[] sums = new double[folds];
      for (int fold = 0; fold < folds; fold++) {
        weights[fold] = row.getDouble(3 + 2 * fold);
        sums[fold] = row.getDouble(4 + 2 * fold);
      }
      kept.add(new Level(row.getString(1), weights, sums));
    }
  }

  /** Whether a feature in this position is one of these. */
  boolean has(int feature) {
    return features.containsKey(feature);
  }

  /** The encoding of the document: with the means of all rows. */
  Encoding encoding(int feature) {
    return encoding(feature, ALL);
  }

  /** The encodings of the rows of each part, in order; just the given ones if none is by the label. */
  List<List<Encoding>> ofParts(List<Encoding> encodings) {
    if (features.isEmpty()) {
      return List.of(encodings);
    }
    List<List<Encoding>> parts = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Encoding> part = new ArrayList<>(encodings);
      for (int feature : features.keySet()) {
        part.set(feature, encoding(feature, fold));
      }
      parts.add(part);
    }
    return parts;
  }

  private Encoding encoding(int feature, int without) {
    Feature.LabelMean mean = features.get(feature);
    List<Level> kept = levels.getOrDefault(feature, List.of());
    List<Level> named = kept.stream().filter(level -> level.name() != null).toList();
    double ofNull =
        kept.stream()
            .filter(level -> level.name() == null)
            .mapToDouble(level -> level.mean(without, mean.prior(), overall))
            .findFirst()
            .orElse(overall);
    return new LabelMeanEncoding(
        mean.columns(),
        new Levels(named.stream().map(Level::name).toList()),
        named.stream()
            .mapToDouble(level -> level.mean(without, mean.prior(), overall))
            .toArray(),
        ofNull,
        overall,
        deviation(kept, mean.prior()));
  }

  /** Of the means of all rows; the same for all parts, so that a row is measured alike. */
  private double deviation(List<Level> kept, double prior) {
    double squares = 0;
    for (Level level : kept) {
      double off = level.mean(ALL, prior, overall) - overall;
      squares += level.weighs() * off * off;
    }
    return squares > 0 ? rounded(Math.sqrt(squares / weight)) : 1;
  }

  private static double rounded(double number) {
    return Double.isFinite(number) ? new BigDecimal(number).round(DIGITS).doubleValue() : number;
  }
}
