package dev.sluice.ml.recommend;

import dev.sluice.spark.compile.VerbCompiler;
import dev.sluice.spark.compile.VerbInputs;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Answers the users of rows as plain Java does, with a recommender that goes to each executor once. */
final class RecommendCompiler implements VerbCompiler<Recommend> {

  @Override
  public Dataset<Row> compile(Recommend verb, VerbInputs inputs) {
    Broadcast<Latent> sent =
        JavaSparkContext.fromSparkContext(inputs.spark().sparkContext())
            .broadcast(verb.latent());
    int most = verb.most();
    MapPartitionsFunction<Row, Row> answers =
        users -> each(users).flatMap(user -> rows(sent.value(), user.get(0), most)).iterator();
    return inputs
        .rows()
        .select(inputs.column(verb.user()))
        .mapPartitions(answers, Encoders.row(verb.schema()));
  }

  private static Stream<Row> each(Iterator<Row> rows) {
    Iterable<Row> all = () -> rows;
    return StreamSupport.stream(all.spliterator(), false);
  }

  private static Stream<Row> rows(Latent latent, Object user, int most) {
    LatentUser known = latent.user(latent.users().ids().position(user));
    return TopRow.rows(user, latent, latent.top(known, most)).stream();
  }
}
