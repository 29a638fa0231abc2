package dev.sluice.spark;

import dev.sluice.plan.PlanNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Turns the stages of a pipeline into datasets, each once: the calls that an expert would have
 * written by hand. The columns of a stage's dataset are those of its record, by their column names,
 * in the order of its components.
 */
final class Compilation {

  private final SparkSession spark;
  private final String pipeline;
  private final Observing observing;
  private final Map<PlanNode, Dataset<Row>> done = new IdentityHashMap<>();
  private final StageCompiler stages;

  Compilation(SparkSession spark, String pipeline, Observing observing) {
    this.spark = spark;
    this.pipeline = pipeline;
    this.observing = observing;
    this.stages = new StageCompiler(this);
  }

  SparkSession spark() {
    return spark;
  }

  String pipeline() {
    return pipeline;
  }

  Observing observing() {
    return observing;
  }

  /**
   * The dataset of a stage. Stages are compiled inputs first, so that a long pipeline needs no deep
   * stack.
   */
  Dataset<Row> dataset(PlanNode stage) {
    Dataset<Row> known = done.get(stage);
    if (known != null) {
      return known;
    }
    List<PlanNode> missing = stage.upstream().filter(node -> !done.containsKey(node)).toList();
    for (PlanNode node : missing) {
      done.put(node, OriginBridge.at(node.site(), node.verb(), () -> stages.compile(node)));
    }
    return done.get(stage);
  }

  /** The dataset that a source gave, with what it could not parse. */
  Dataset<Row> raw(PlanNode.Read source) {
    return stages.raw(source);
  }

  /** Uses this dataset for a stage from now on, as when it was computed and stored. */
  void replace(PlanNode stage, Dataset<Row> stored) {
    done.put(stage, stored);
  }
}
