package dev.sluice.testkit.model;

import dev.sluice.ml.model.CategoryEncoding;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.LevelTable;
import dev.sluice.ml.model.Levels;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.NumberEncoding.Nulls;
import java.util.List;

/** What a component of a row adds to the sum of a model. */
sealed interface Term {

  /** The component. */
  String column();

  /** How it becomes numbers. */
  Encoding encoding();

  /** What these weigh. */
  double[] weights();

  /**
   * So many times the number.
   *
   * @param column the component
   * @param weight how many times
   * @param low the least that is scored
   * @param high the greatest
   * @param nullable whether it can be NULL, which adds nothing
   */
  record OfNumber(String column, double weight, double low, double high, boolean nullable)
      implements Term {

    OfNumber(String column, double weight, boolean nullable) {
      this(column, weight, -Double.MAX_VALUE, Double.MAX_VALUE, nullable);
    }

    @Override
    public Encoding encoding() {
      return new NumberEncoding(
          column, false, 0, 1, low, high, nullable ? Nulls.VALUE : Nulls.NONE, 0);
    }

    @Override
    public double[] weights() {
      return new double[]{weight};
    }
  }

  /**
   * A number where it is this level.
   *
   * @param column the component
   * @param level its text
   * @param weight what it adds
   */
  record OfLevel(String column, String level, double weight) implements Term {

    @Override
    public Encoding encoding() {
      return new CategoryEncoding(
          column, new LevelTable(new Levels(List.of(level)), new Levels(List.of())));
    }

    @Override
    public double[] weights() {
      double[] weights = new double[encoding().width()];
      weights[0] = weight;
      return weights;
    }
  }
}
