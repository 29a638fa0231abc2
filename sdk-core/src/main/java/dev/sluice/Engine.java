package dev.sluice;

import dev.sluice.annotation.Internal;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.run.PipelineRun;
import dev.sluice.run.RunOptions;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What turns a plan into work: the one door between pipelines and Spark's own machinery. Found with
 * {@link ServiceLoader}; users do not implement it.
 */
@Internal
public interface Engine {

  /** The engine on the class path. */
  static Engine installed() {
    return only(
        ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  private static Engine only(List<Engine> found) {
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "no Sluice engine on the class path: META-INF/services of sdk-core is missing, as after"
              + " shading without merging service files");
    } else if (found.size() > 1) {
      throw new IllegalStateException(
          "more than one Sluice engine on the class path (%s): keep one version of sdk-core"
              .formatted(
                  String.join(", ", found.stream().map(e -> e.getClass().getName()).toList())));
    }
    return found.get(0);
  }

  /** Looks at the world: sources, targets, settings. Starts no job on data. */
  List<Problem> check(Plan plan, RunMode mode, SparkSession spark);

  /** Starts to run every sink, in threads of its own. */
  PipelineRun start(Plan plan, SparkSession spark, RunOptions options);

  /** The rows of a stage, not yet computed. */
  Dataset<Row> dataset(Plan plan, PlanNode stage, SparkSession spark);

  /** Computes the rows of a stage and brings them here. */
  <T extends Record> List<T> collect(
      Plan plan, PlanNode stage, Class<T> record, SparkSession spark);

  /** An encoder for a record. */
  <T extends Record> Encoder<T> encoder(Class<T> record);
}
