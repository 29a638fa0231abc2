package dev.sluice.spark.compile;

import dev.sluice.plan.PlanNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The datasets of stages that belong together, for tools that look into a pipeline: a stage that
 * others read is the very dataset they were made of. Nothing is computed. One thread at a time may
 * use it.
 */
public final class StageDatasets {

  private final Compilation compilation;

  private StageDatasets(Compilation compilation) {
    this.compilation = compilation;
  }

  /**
   * The datasets of these stages and of all before them.
   *
   * @param pipeline the pipeline's name, which rejected rows carry
   * @param stages of a pipeline that is valid; anything else gives Spark's own errors
   */
  public static StageDatasets of(String pipeline, List<PlanNode> stages, SparkSession spark) {
    return of(pipeline, stages, spark, Map.of());
  }

  /**
   * The same, but some stages have other rows than their own.
   *
   * @param given rows with the columns of the stage, in the order of its record's components
   */
  public static StageDatasets of(
      String pipeline,
      List<PlanNode> stages,
      SparkSession spark,
      Map<PlanNode, Dataset<Row>> given) {
    List<PlanNode> all = stages.stream().flatMap(PlanNode::upstream).distinct().toList();
    Compilation compilation =
        new Compilation(
            spark,
            pipeline,
            all,
            Set.of(),
            Observing.NOTHING,
            functions.current_timestamp());
    given.forEach(compilation::replace);
    return new StageDatasets(compilation);
  }

  /** The rows of a stage, by the column names of its record. */
  public Dataset<Row> of(PlanNode stage) {
    return compilation.dataset(stage);
  }
}
