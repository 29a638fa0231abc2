package dev.sluice.ml.train;

import dev.sluice.ml.Clicks;
import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.Scores;
import dev.sluice.ml.model.Tally;
import dev.sluice.ml.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows as learners take them: two numbers, and a level of four. */
final class LearnedRows {

  static final int WIDTH = 6;

  private static final StructType SCHEMA =
      new StructType()
          .add(EncodedRows.LABEL, DataTypes.DoubleType)
          .add(EncodedRows.WEIGHT, DataTypes.DoubleType)
          .add(EncodedRows.FEATURES, new VectorUDT())
          .add(EncodedRows.FOLD, DataTypes.LongType);

  private LearnedRows() {}

  /** What a label is made of: log odds, or a number. */
  private static double sum(double x, double y, int level) {
    return x * y + (level == 1 ? 1.5 : -0.5) + Math.sin(3 * x);
  }

  static EncodedRows binary(int rows) {
    return of(
        rows,
        Task.BINARY,
        List.of("false", "true"),
        (sum, random) -> random.nextDouble() < 1 / (1 + Math.exp(-sum)) ? 1.0 : 0.0);
  }

  /** True in one of ten rows at most. */
  static EncodedRows rare(int rows) {
    return of(
        rows,
        Task.BINARY,
        List.of("false", "true"),
        (sum, random) -> random.nextDouble() < 0.1 / (1 + Math.exp(-3 * sum)) ? 1.0 : 0.0);
  }

  static EncodedRows labels(int rows) {
    return of(
        rows,
        Task.MULTICLASS,
        List.of("a", "b", "c"),
        (sum, random) -> {
          double noisy = sum + random.nextGaussian();
          return noisy < -0.5 ? 0.0 : noisy < 1 ? 1.0 : 2.0;
        });
  }

  static EncodedRows numbers(int rows) {
    return of(
        rows, Task.REGRESSION, List.of(), (sum, random) -> 10 + sum + 0.3 * random.nextGaussian());
  }

  /** A label of the logarithm of what is expected. */
  static EncodedRows counts(int rows, Label label) {
    return of(rows, Task.REGRESSION, List.of(), label);
  }

  interface Label {
    double of(double sum, Random random);
  }

  private static EncodedRows of(int rows, Task task, List<String> names, Label label) {
    Random random = new Random(5);
    List<Row> made = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      int level = random.nextInt(4);
      Vector features =
          Vectors.sparse(WIDTH, new int[]{0, 1, 2 + level}, new double[]{x, y, 1});
      made.add(
          RowFactory.create(
              label.of(sum(x, y, level), random), 0.5 + random.nextInt(3), features, i % 3L));
    }
    Dataset<Row> cached = Clicks.spark().createDataFrame(made, SCHEMA).coalesce(2).cache();
    return new EncodedRows(cached, WIDTH, task, names, 7);
  }

  /** What a head says of a row's features. */
  static Scores scores(Head head, Vector features) {
    Tally tally = head.open();
    double[] slots = features.toArray();
    for (int slot = 0; slot < slots.length; slot++) {
      tally.put(slot, slots[slot]);
    }
    return tally.scores();
  }
}
