package dev.sluice.spark;

import dev.sluice.Engine;
import dev.sluice.PipelineRun;
import dev.sluice.RunOptions;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs plans on a Spark session of this process. */
public final class SparkEngine implements Engine {

  /** Called by {@link java.util.ServiceLoader}. */
  public SparkEngine() {}

  @Override
  public List<Problem> check(Plan plan, SparkSession spark) {
    return WorldCheck.problems(plan, spark);
  }

  @Override
  public PipelineRun start(Plan plan, SparkSession spark, RunOptions options) {
    return BatchRun.start(plan, spark, options);
  }

  @Override
  public Dataset<Row> dataset(Plan plan, PlanNode stage, SparkSession spark) {
    return StageDatasets.of(plan.name(), List.of(stage), spark).of(stage);
  }

  @Override
  public <T extends Record> List<T> collect(Dataset<Row> rows, Class<T> record) {
    return RecordRows.collect(rows, record);
  }

  @Override
  public <T extends Record> Encoder<T> encoder(Class<T> record) {
    return RecordEncoders.of(record);
  }
}
