package dev.sluice.ml.recommend;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a recommender makes of ratings that it was not trained with.
 *
 * @param users what it makes of those of each user
 * @param coverage what of them it could know
 */
record HeldOutRatings(List<UserTally> users, Coverage coverage) {

  /** Of rows of user, item and value, of which there is at least one. */
  static HeldOutRatings of(Dataset<Row> test, Latent latent, int most, double relevantFrom) {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(test.sparkSession().sparkContext());
    Broadcast<Latent> sent = spark.broadcast(latent);
    try {
      FlatMapFunction<Iterator<Row>, UserTally> tally =
          rows -> StreamSupport.stream(users(rows).spliterator(), false)
              .map(user -> UserTally.of(user, sent.value(), most, relevantFrom))
              .iterator();
      List<UserTally> users = test.toJavaRDD().mapPartitions(tally).collect();
      long known = 0;
      long items = 0;
      for (Row item : test.select("item").distinct().collectAsList()) {
        known += latent.items().ids().position(item.get(0)) >= 0 ? 1 : 0;
        items++;
      }
      return new HeldOutRatings(
          users, coverage(users, known / (double) items, latent));
    } finally {
      sent.destroy();
    }
  }

  private static Iterable<UserRatings> users(Iterator<Row> rows) {
    return () -> UserRatings.of(rows);
  }

  private static Coverage coverage(List<UserTally> users, double items, Latent latent) {
    BitSet recommended = new BitSet();
    long known = 0;
    long knownRatings = 0;
    long ratings = 0;
    for (UserTally user : users) {
      known += user.known() ? 1 : 0;
      knownRatings += user.knownRatings();
      ratings += user.ratings();
      for (int item : user.top()) {
        recommended.set(item);
      }
    }
    int supported = latent.supported();
    return new Coverage(
        known / (double) users.size(),
        items,
        knownRatings / (double) ratings,
        supported == 0 ? 0 : recommended.cardinality() / (double) supported);
  }
}
