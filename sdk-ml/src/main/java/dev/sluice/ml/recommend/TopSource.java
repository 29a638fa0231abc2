package dev.sluice.ml.recommend;

import dev.sluice.connect.BoundedSource;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The best items for all users, as rows: blocks of users are spread over the tasks, each of which scores its users as plain
 * Java does.
 *
 * @param name the recommender's
 * @param latent what it has learned
 * @param most how many items for each user
 * @param row the record of the rows
 */
record TopSource<R extends Record>(String name, Latent latent, int most, TopRow<R> row)
    implements BoundedSource<R> {

  private static final int USERS_OF_A_BLOCK = 1_000;

  @Override
  public Class<R> type() {
    return row.type();
  }

  @Override
  public String description() {
    return "recommender %s, the top %s for %s users"
        .formatted(name, most, latent.users().size());
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Latent> sent = context.broadcast(latent);
    int users = latent.users().size();
    List<Integer> blocks =
        IntStream.iterate(0, from -> from < users, from -> from + USERS_OF_A_BLOCK)
            .boxed()
            .toList();
    int n = most;
    FlatMapFunction<Integer, Row> rows = from -> rows(sent.value(), from, n);
    JavaRDD<Row> all = context.parallelize(blocks, blocks.size()).flatMap(rows);
    return spark.createDataFrame(all, row.schema());
  }

  private static Iterator<Row> rows(Latent latent, int from, int most) {
    int to = Math.min(latent.users().size(), from + USERS_OF_A_BLOCK);
    Stream<Row> rows =
        IntStream.range(from, to)
            .boxed()
            .flatMap(
                user -> TopRow.rows(
                    latent.users().ids().at(user), latent, latent.top(latent.user(user), most))
                    .stream());
    return rows.iterator();
  }
}
