package dev.sluice.testkit.model;

import dev.sluice.expr.Fields;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.LinearHead.Link;
import dev.sluice.ml.model.SoftmaxHead;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.train.BinaryOutput;
import dev.sluice.ml.train.GivenOutput;
import dev.sluice.ml.train.MulticlassOutput;
import dev.sluice.ml.train.RegressionOutput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Models for tests of pipelines, made in code: no training, no Spark, in a moment. They are models like any other, scored by the
 * same code, saved and loaded alike; what they know is what the test tells them, so that it knows the scores.
 *
 * <pre>{@code
 * Model<Impression, Ctr> ctr = TestModels.logistic(Impression.class, -1.0)
 *     .number(Impression::bid, 0.5).within(0, 100)
 *     .level(Impression::site, "example.org", 1.2)
 *     .output(o -> row(Ctr::new).of(o.in(Impression::id), o.probability()));
 * assertThat(Ads.shown(impressions, ctr)).hasRows(…);
 * }</pre>
 */
public final class TestModels {

  private TestModels() {}

  /**
   * Says of every row that it is this likely.
   *
   * @param probability from 0 to 1
   */
  public static <T extends Record> TestModel<T, BinaryOutput<T>> always(
      Class<T> record, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability is from 0 to 1, not " + probability);
    }
    return new TestModel<>(
        record,
        Task.BINARY,
        weights -> new LinearHead(Link.UNIT, probability, weights),
        List.of(),
        GivenOutput.binary(),
        List.of());
  }

  /** Says of a row that it is as likely as a component of it says; what is not from 0 to 1 counts as the end that is nearer. */
  public static <T extends Record> TestModel<T, BinaryOutput<T>> probabilityIn(
      Class<T> record, Fields.PrimitiveDouble<T> component) {
    return binary(record, Link.UNIT, 0).number(component, 1);
  }

  /**
   * A logistic regression: {@code 1 / (1 + exp(-sum))}, of the intercept and what is added to it by {@link WeightedTestModel#number} and
   * {@link WeightedTestModel#level}.
   */
  public static <T extends Record> WeightedTestModel<T, BinaryOutput<T>> logistic(
      Class<T> record, double intercept) {
    return binary(record, Link.LOGISTIC, intercept);
  }

  /** A linear regression: the sum of the intercept and what is added to it. Of nothing more it says the same of every row. */
  public static <T extends Record> WeightedTestModel<T, RegressionOutput<T>> linear(
      Class<T> record, double intercept) {
    return new WeightedTestModel<>(
        record,
        Task.REGRESSION,
        weights -> new LinearHead(Link.IDENTITY, intercept, weights),
        GivenOutput.number(),
        List.of());
  }

  /**
   * Says of every row that it has each of these labels with this probability.
   *
   * @param probabilities of two labels or more, each more than 0; what they are shares of is their sum
   */
  public static <T extends Record> TestModel<T, MulticlassOutput<T>> labels(
      Class<T> record, Map<String, Double> probabilities) {
    TreeMap<String, Double> ordered = new TreeMap<>(probabilities);
    double[] intercepts = ordered.values().stream().mapToDouble(Math::log).toArray();
    return new TestModel<>(
        record,
        Task.MULTICLASS,
        none -> new SoftmaxHead(intercepts, new double[intercepts.length][0]),
        List.copyOf(ordered.keySet()),
        GivenOutput.labels(),
        List.of());
  }

  private static <T extends Record> WeightedTestModel<T, BinaryOutput<T>> binary(
      Class<T> record, Link link, double intercept) {
    return new WeightedTestModel<>(
        record,
        Task.BINARY,
        weights -> new LinearHead(link, intercept, weights),
        GivenOutput.binary(),
        List.of());
  }
}
