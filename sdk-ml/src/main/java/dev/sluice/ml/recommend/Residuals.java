package dev.sluice.ml.recommend;

import java.io.Serializable;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.recommendation.ALS.Rating;
import org.apache.spark.sql.Row;

/**
 * Ratings for MLlib: positions of user and item, and what the biases leave of an explicit rating, so that its spread is 1:
 * then the same regularization is right for stars and for percent.
 *
 * @param biases of all
 */
record Residuals(Broadcast<Biases> biases) implements Function<Row, Rating<Object>> {

  /**
   * What is to be taken from ratings.
   *
   * @param explicit whether anything is
   * @param spread of what is left: the root of its mean square
   */
  record Biases(
      boolean explicit, double mean, Ids users, double[] ofUsers, Ids items, double[] ofItems,
      double spread)
      implements Serializable {}

  @Override
  public Rating<Object> call(Row row) {
    Biases known = biases.value();
    int user = known.users().position(row.get(0));
    int item = known.items().position(row.get(1));
    double value = row.getDouble(2);
    double left =
        known.explicit()
            ? (value - known.mean() - known.ofUsers()[user] - known.ofItems()[item])
                / known.spread()
            : value;
    return new Rating<>(user, item, (float) left);
  }
}
