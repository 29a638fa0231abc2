package dev.sluice.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.model.Head;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The same rows in the same partitions, more than are learned from at once, teach the same to the last bit. */
class LearnedAgainTest {

  private static final int PARTITIONS = 8;

  private static void learnsTheSameAgain(Learner learner, EncodedRows given) {
    Dataset<Row> divided = given.rows().repartition(PARTITIONS).cache();
    EncodedRows rows =
        new EncodedRows(divided, given.width(), given.task(), given.labels(), given.seed());
    Head first = learner.learn(rows).head();

    for (int again = 0; again < 4; again++) {
      assertThat(learner.learn(rows).head()).isEqualTo(first);
    }
  }

  @Test
  void logisticRegression() {
    learnsTheSameAgain(
        Learners.logistic().l2(1e-4).iterations(4), LearnedRows.binary(1_000));
  }

  @Test
  void generalizedRegression() {
    learnsTheSameAgain(
        Learners.generalized(Family.gaussian()), LearnedRows.numbers(1_000));
  }

  @Test
  void aForestOfNumbers() {
    learnsTheSameAgain(
        Learners.randomForest().trees(3).depth(4), LearnedRows.numbers(1_000));
  }
}
