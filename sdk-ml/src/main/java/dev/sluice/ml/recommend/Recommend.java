package dev.sluice.ml.recommend;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.Verb;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.StructType;

/**
 * The best items for the user of each row.
 *
 * @param recommender its name
 * @param latent what it has learned
 * @param user who
 * @param most how many items for each row
 * @param schema of the rows that come out
 */
record Recommend(
    String recommender, Latent latent, ExprNode user, int most, StructType schema)
    implements Verb {

  @Override
  public String name() {
    return "recommend";
  }

  @Override
  public String detail() {
    return " the top %s of '%s' by %s".formatted(most, recommender, ExprText.of(user));
  }

  @Override
  public List<Placed> expressions() {
    return List.of(Place.KEY.of(user));
  }

  /** Each row is answered by itself. */
  @Override
  public boolean distributes(Set<Integer> inputs) {
    return true;
  }
}
