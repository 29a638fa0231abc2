package dev.sluice.ml.recommend;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Learns biases, and factors of what they leave. */
final class LatentTraining {

  /** Below it is only what is lost in sums. */
  private static final double LEAST_SPREAD = 1e-9;

  private final RatingColumns columns;
  private final TrainingOptions options;
  private final int blocks;

  /** With so many blocks of factors. */
  LatentTraining(RatingColumns columns, TrainingOptions options, int blocks) {
    this.columns = columns;
    this.options = options;
    this.blocks = blocks;
  }

  /** What follows from rows of user, item and value, of which there is at least one. */
  Latent of(Dataset<Row> pairs) {
    boolean explicit = options.feedback == Feedback.EXPLICIT;
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(pairs.sparkSession().sparkContext());
    JavaRDD<Row> rows = pairs.toJavaRDD();
    ItemCounts items = ItemCounts.of(pairs, columns.itemType());
    double ofRatings = explicit ? items.mean() : 0;
    double[] damped = items.biases(ofRatings, options.damping);

    List<UserCount> counts = users(spark, rows, items.ids(), ofRatings, damped);
    Ids users = Ids.of(columns.userType(), counts.stream().map(UserCount::user).toList());
    double mean =
        explicit ? ofRatings : items.ratings() / ((double) users.size() * items.ids().size());
    double[] ofItems = explicit ? damped : items.shares(mean, users.size());
    double[] ofUsers =
        counts.stream()
            .mapToDouble(
                user -> explicit
                    ? user.bias()
                    : user.items().length / (double) items.ids().size() - mean)
            .toArray();

    LeastSquares factors =
        factors(
            spark,
            rows,
            new Residuals.Biases(
                explicit,
                mean,
                users,
                ofUsers,
                items.ids(),
                ofItems,
                explicit ? spread(counts, items.ratings()) : 1));
    return new Latent(
        options.latent(),
        mean,
        new Side(
            users,
            counts.stream().mapToInt(user -> user.items().length).toArray(),
            ofUsers,
            factors.users()),
        new Side(items.ids(), items.support(), ofItems, factors.items()),
        Seen.of(counts.stream().map(UserCount::items).toList()));
  }

  /** Of what the biases leave; 1 if they leave nothing. */
  private static double spread(List<UserCount> counts, long ratings) {
    double squares = counts.stream().mapToDouble(UserCount::squares).sum() / ratings;
    return squares > LEAST_SPREAD * LEAST_SPREAD ? Math.sqrt(squares) : 1;
  }

  /** In the order of their ids. */
  private List<UserCount> users(
      JavaSparkContext spark, JavaRDD<Row> rows, Ids items, double mean, double[] biases) {
    double damping = options.damping;
    Broadcast<Ids> ids = spark.broadcast(items);
    FlatMapFunction<Iterator<Row>, UserCount> count =
        part -> each(part)
            .map(user -> UserCount.of(user, ids.value(), mean, biases, damping))
            .iterator();
    try {
      return rows.mapPartitions(count).collect().stream()
          .sorted(Comparator.comparing(user -> comparable(user.user())))
          .toList();
    } finally {
      ids.destroy();
    }
  }

  private static Stream<UserRatings> each(Iterator<Row> rows) {
    Iterable<UserRatings> users = () -> UserRatings.of(rows);
    return StreamSupport.stream(users.spliterator(), false);
  }

  @SuppressWarnings("unchecked") // ids of one type
  private static Comparable<Object> comparable(Object id) {
    return (Comparable<Object>) id;
  }

  private LeastSquares factors(
      JavaSparkContext spark, JavaRDD<Row> rows, Residuals.Biases biases) {
    Broadcast<Residuals.Biases> known = spark.broadcast(biases);
    try {
      return LeastSquares.of(
          rows.map(new Residuals(known)).rdd(),
          options,
          blocks,
          biases.users().size(),
          biases.items().size())
          .spread(biases.spread());
    } finally {
      known.destroy();
    }
  }
}
