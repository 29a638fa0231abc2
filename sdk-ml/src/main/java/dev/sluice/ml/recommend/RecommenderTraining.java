package dev.sluice.ml.recommend;

import dev.sluice.PipelineException;
import dev.sluice.Stage;
import dev.sluice.expr.Fields;
import dev.sluice.ml.feature.Reference;
import dev.sluice.plan.Problem;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * A recommender that can be trained. Immutable: each method gives another one.
 *
 * <p>Explicit ratings are explained by the mean, a bias of the user and one of the item, both damped, and what is left by a product of
 * factors, which MLlib's alternating least squares finds. Implicit feedback is explained by the product alone, with how usual an item is where a user
 * is not known.
 *
 * <p>Trained is twice: without the ratings that are held out, to see how good it is, and then with all of them.
 *
 * @param <T> the record of a rating
 * @param <U> the type of the ids of users
 * @param <I> the type of the ids of items
 */
@SuppressWarnings("overloads") // exact method references choose among them without ambiguity
public final class RecommenderTraining<T extends Record, U, I> {

  private static final int MOST_ITERATIONS = 1_000;

  private final String name;
  private final Stage<T> ratings;
  private final RatingColumns columns;
  private final Class<I> itemType;
  private final TrainingOptions options;

  RecommenderTraining(
      String name,
      Stage<T> ratings,
      RatingColumns columns,
      Class<I> itemType,
      Feedback feedback) {
    this(name, ratings, columns, itemType, new TrainingOptions(feedback));
  }

  private RecommenderTraining(
      String name,
      Stage<T> ratings,
      RatingColumns columns,
      Class<I> itemType,
      TrainingOptions options) {
    this.name = name;
    this.ratings = ratings;
    this.columns = columns;
    this.itemType = itemType;
    this.options = options;
  }

  private RecommenderTraining<T, U, I> with(Consumer<TrainingOptions> change) {
    TrainingOptions other = options.copy();
    change.accept(other);
    return new RecommenderTraining<>(name, ratings, columns, itemType, other);
  }

  /** How many factors each user and item has; 10 unless told otherwise. More tell finer tastes apart and need more ratings. */
  public RecommenderTraining<T, U, I> rank(int factors) {
    return with(o -> {
      o.require(
          factors > 0 && factors <= LatentOptions.MOST_FACTORS,
          "the rank is %s: take 1 to %s factors",
          factors,
          LatentOptions.MOST_FACTORS);
      o.rank = factors;
    });
  }

  /** How often factors of users and items are improved in turns; 10 unless told otherwise. */
  public RecommenderTraining<T, U, I> iterations(int times) {
    return with(o -> {
      o.require(
          times > 0 && times <= MOST_ITERATIONS,
          "there are %s iterations: take 1 to %s",
          times,
          MOST_ITERATIONS);
      o.iterations = times;
    });
  }

  /**
   * How much factors are drawn to 0, for each rating: above 0. Of explicit ratings it is meant for what the biases leave of them with
   * its spread as the unit, whatever the scale of the ratings; 0.25 unless told otherwise, of implicit feedback 0.1. Where there
   * are few ratings for each item a smaller one makes predictions worse than the biases alone, which the report tells.
   */
  public RecommenderTraining<T, U, I> regularization(double strength) {
    return with(o -> {
      o.require(
          strength > 0 && Double.isFinite(strength),
          "the regularization is %s: take a number above 0, such as 0.25",
          strength);
      o.regularization = strength;
    });
  }

  /**
   * How many ratings at the mean are added to those of each user and item, so that a bias of few ratings is small; 0 or more,
   * and 5 unless told otherwise.
   */
  public RecommenderTraining<T, U, I> damping(double ratings) {
    return with(o -> {
      o.require(
          ratings >= 0 && Double.isFinite(ratings),
          "the damping is %s: take 0 or more ratings",
          ratings);
      o.damping = ratings;
    });
  }

  /** How much surer one more of implicit feedback makes; above 0, and 1 unless told otherwise. Explicit ratings ignore it. */
  public RecommenderTraining<T, U, I> confidenceWeight(double weight) {
    return with(o -> {
      o.require(
          weight > 0 && Double.isFinite(weight),
          "the weight of confidence is %s: take a number above 0",
          weight);
      o.require(
          o.feedback == Feedback.IMPLICIT,
          "ratings have no confidence: it is for implicit feedback, confidence(…) or eachRowCounts()");
      o.confidence = weight;
    });
  }

  /** Items with fewer ratings are not recommended, for little is known of them; 5 unless told otherwise. */
  public RecommenderTraining<T, U, I> leastSupport(int ratings) {
    return with(o -> {
      o.require(ratings >= 0, "the least support is %s: take 0 or more ratings", ratings);
      o.leastSupport = ratings;
    });
  }

  /** Where the training begins, and which ratings are held out at random. */
  public RecommenderTraining<T, U, I> seed(long seed) {
    return with(o -> o.seed = seed);
  }

  /** Holds out a share of all ratings at random, the same ones each time; it is 0.2 unless a split is chosen. */
  public RecommenderTraining<T, U, I> splitAtRandom(double share) {
    return with(o -> {
      requireShare(o, share);
      o.holdOut = new HoldOut.Random(share);
    });
  }

  /** Holds out the latest ratings: how good a recommender of today is tomorrow. Ratings without a time are trained with. */
  public RecommenderTraining<T, U, I> splitByTime(Fields.Timestamp<T> time, double share) {
    return latest(time, share);
  }

  /** Holds out the ratings of the latest days. */
  public RecommenderTraining<T, U, I> splitByTime(Fields.Date<T> day, double share) {
    return latest(day, share);
  }

  /** Holds out the ratings with the greatest numbers, such as of seconds. */
  public RecommenderTraining<T, U, I> splitByTime(Fields.PrimitiveLong<T> time, double share) {
    return latest(time, share);
  }

  private RecommenderTraining<T, U, I> latest(Serializable time, double share) {
    Reference column = Reference.of(time);
    return with(o -> {
      requireShare(o, share);
      o.holdOut = new HoldOut.Latest(column, share);
    });
  }

  /** Holds out the last rating of each user who has more than one. */
  public RecommenderTraining<T, U, I> leaveLastOut(Fields.Timestamp<T> time) {
    return last(time);
  }

  /** Holds out a rating of the last day of each user who has more than one. */
  public RecommenderTraining<T, U, I> leaveLastOut(Fields.Date<T> day) {
    return last(day);
  }

  /** Holds out the rating with the greatest number of each user who has more than one. */
  public RecommenderTraining<T, U, I> leaveLastOut(Fields.PrimitiveLong<T> time) {
    return last(time);
  }

  private RecommenderTraining<T, U, I> last(Serializable time) {
    Reference column = Reference.of(time);
    return with(o -> o.holdOut = new HoldOut.LastOfEach(column));
  }

  /** Holds nothing out: it is trained once, and nothing is measured. */
  public RecommenderTraining<T, U, I> withoutTest() {
    return with(o -> o.holdOut = new HoldOut.None());
  }

  /** Of how many recommendations precision and recall are measured; 10 unless told otherwise. */
  public RecommenderTraining<T, U, I> measuredAt(int recommendations) {
    return with(o -> {
      o.require(
          recommendations > 0,
          "precision is measured at %s recommendations: take 1 or more",
          recommendations);
      o.measuredAt = recommendations;
    });
  }

  /** From which rating on a held out item was worth recommending; the mean unless told otherwise. */
  public RecommenderTraining<T, U, I> relevantFrom(double rating) {
    return with(o -> {
      o.require(Double.isFinite(rating), "items are relevant from %s on", rating);
      o.require(
          o.feedback == Feedback.EXPLICIT,
          "implicit feedback has no scale: all that is held out is relevant");
      o.relevantFrom = OptionalDouble.of(rating);
    });
  }

  private static void requireShare(TrainingOptions options, double share) {
    options.require(
        share > 0 && share < 1, "a share of %s is held out: take one between 0 and 1", share);
  }

  /**
   * Looks for everything that is wrong with the columns and options: without Spark.
   *
   * @throws PipelineException if there is any problem; it lists them all, with their lines
   */
  public void validate() {
    List<Problem> problems =
        Stream.concat(
            Stream.concat(columns.all(), options.holdOut.references())
                .flatMap(
                    reference -> reference.problem().stream()
                        .map(problem -> ratings.node().problem(reference.site(), problem))),
            options.wrong.stream()
                .map(
                    wrong -> ratings.node()
                        .problem(
                            wrong.site(),
                            "recommender '%s': %s".formatted(name, wrong.problem()))))
            .toList();
    if (!problems.isEmpty()) {
      throw new PipelineException(ratings.pipeline().name(), problems);
    }
  }

  /**
   * Trains it.
   *
   * @throws PipelineException if {@link #validate} finds a problem, or the pipeline has one; nothing has run then
   * @throws IllegalStateException if there are no ratings to train with, in words
   */
  public FittedRecommender<U, I> fit(SparkSession spark) {
    validate();
    try (RatingRows rows = RatingRows.of(name, spark, ratings, columns, options)) {
      return new RecommenderFit(name, columns, options).of(rows, itemType);
    }
  }
}
