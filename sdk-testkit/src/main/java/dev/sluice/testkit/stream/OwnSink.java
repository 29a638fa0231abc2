package dev.sluice.testkit.stream;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A sink as the pipeline has it, but for the crashes of a test. */
record OwnSink<T extends Record>(EpochSink<T> sink, CrashPlan crash) implements EpochSink<T> {

  @Override
  public Class<T> type() {
    return sink.type();
  }

  @Override
  public String description() {
    return sink.description();
  }

  @Override
  public WriteMode mode() {
    return sink.mode();
  }

  @Override
  public List<String> check(SparkSession spark) {
    return sink.check(spark);
  }

  @Override
  public Set<String> required(SparkSession spark) {
    return sink.required(spark);
  }

  @Override
  public Set<ResourceId> writes() {
    return sink.writes();
  }

  @Override
  public Set<ResourceId> writes(SparkSession spark) {
    return sink.writes(spark);
  }

  @Override
  public Delivery delivery() {
    return sink.delivery();
  }

  @Override
  public List<String> streamProblems() {
    return sink.streamProblems();
  }

  @Override
  public List<String> checkStream(SparkSession spark) {
    return sink.checkStream(spark);
  }

  @Override
  public OptionalLong lastEpoch(SparkSession spark, String stream) {
    return sink.lastEpoch(spark, stream);
  }

  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    crash.sinkBegins();
    return sink.write(rows, epoch);
  }
}
