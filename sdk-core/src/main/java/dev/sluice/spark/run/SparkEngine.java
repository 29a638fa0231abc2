package dev.sluice.spark.run;

import dev.sluice.Engine;
import dev.sluice.connect.Secrets;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.run.PipelineRun;
import dev.sluice.run.RunOptions;
import dev.sluice.spark.bridge.KnownSpark;
import dev.sluice.spark.compile.StageDatasets;
import dev.sluice.spark.rows.RecordEncoders;
import dev.sluice.spark.rows.RecordRows;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs plans on a Spark session of this process. */
public final class SparkEngine implements Engine {

  /** Called by {@link java.util.ServiceLoader}. */
  public SparkEngine() {}

  @Override
  public List<Problem> check(Plan plan, RunMode mode, SparkSession spark) {
    KnownSpark.require(spark.version());
    return shown(() -> WorldCheck.problems(plan, mode, spark));
  }

  @Override
  public PipelineRun start(Plan plan, SparkSession spark, RunOptions options) {
    KnownSpark.require(spark.version());
    return BatchRun.start(plan, spark, options);
  }

  @Override
  public Dataset<Row> dataset(Plan plan, PlanNode stage, SparkSession spark) {
    KnownSpark.require(spark.version());
    return shown(() -> StageDatasets.of(plan.name(), List.of(stage), spark).of(stage));
  }

  @Override
  public <T extends Record> List<T> collect(
      Plan plan, PlanNode stage, Class<T> record, SparkSession spark) {
    Dataset<Row> rows = dataset(plan, stage, spark);
    return CollectedStage.rows(plan.name(), stage, () -> RecordRows.collect(rows, record));
  }

  @Override
  public <T extends Record> Encoder<T> encoder(Class<T> record) {
    return RecordEncoders.of(record);
  }

  /** What Spark throws may quote a path with a secret in it. */
  private static <R> R shown(Supplier<R> work) {
    try {
      return work.get();
    } catch (Exception e) {
      throw SparkEngine.<RuntimeException>unchecked(Secrets.masked(e));
    }
  }

  /** Spark's checked exceptions come out of methods that do not declare them. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
  }
}
