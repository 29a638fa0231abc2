package dev.sluice.testkit;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.ResourceId;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A source whose rows come in another order, and in other partitions, than they were written in:
 * what a run gives no promise about.
 *
 * @param source where the rows are from
 * @param seed what decides about their order; the same one makes the same
 */
record ShuffledSource<T extends Record>(BoundedSource<T> source, long seed)
    implements BoundedSource<T> {

  private static final int PARTITIONS = 5;

  @Override
  public Class<T> type() {
    return source.type();
  }

  @Override
  public String description() {
    return source.description();
  }

  @Override
  public boolean mayReject() {
    return source.mayReject();
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    // seeds that are close to each other give similar numbers
    return source
        .read(spark)
        .repartition(PARTITIONS, functions.rand(seed * 1_000_003))
        .sortWithinPartitions(functions.rand(seed * 7_000_033 + 1_299_709));
  }

  @Override
  public List<String> check(SparkSession spark) {
    return source.check(spark);
  }

  @Override
  public Set<ResourceId> reads() {
    return source.reads();
  }
}
