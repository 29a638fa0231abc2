package dev.sluice.connect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A source that is read and not followed, whatever else it can do.
 *
 * @param source the source
 * @param <T> the record each row is
 */
record StaticSource<T extends Record>(BoundedSource<T> source) implements BoundedSource<T> {

  StaticSource {
    Objects.requireNonNull(source, "source");
  }

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
  public List<String> check(SparkSession spark) {
    return source.check(spark);
  }

  @Override
  public Optional<String> explain(Throwable failure) {
    return source.explain(failure);
  }

  @Override
  public Set<ResourceId> reads() {
    return source.reads();
  }

  @Override
  public Set<ResourceId> reads(SparkSession spark) {
    return source.reads(spark);
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    return source.read(spark);
  }
}
