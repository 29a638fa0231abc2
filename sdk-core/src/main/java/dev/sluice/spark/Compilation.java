package dev.sluice.spark;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Rejects;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Turns the stages of a pipeline into datasets, each once: the calls that an expert would have
 * written by hand. The columns of a stage's dataset are those of its record, by their column names,
 * in the order of its components. One thread at a time may use it.
 */
final class Compilation {

  private final SparkSession spark;
  private final String pipeline;
  private final Observing observing;
  private final Column now;
  private final Set<PlanNode> computedAgain = new HashSet<>();
  private final Map<PlanNode, Dataset<Row>> done = new HashMap<>();
  private final StageCompiler stages;

  /**
   * Of these stages.
   *
   * @param stages all that may be compiled
   * @param now when the run began, which rejected rows carry
   */
  Compilation(
      SparkSession spark, String pipeline, List<PlanNode> stages, Observing observing, Column now) {
    this.now = now;
    stages.stream()
        .filter(stage -> stage.is(Rejects.class))
        .flatMap(stage -> stage.input().upstream())
        .forEach(computedAgain::add);
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

  Column now() {
    return now;
  }

  /**
   * Whether a stage may be computed twice, for accepted and then for rejected rows, so that it must
   * give the same rows both times.
   */
  boolean mustBeRepeatable(PlanNode stage) {
    return computedAgain.contains(stage);
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
      done.put(node, OriginBridge.at(node.site(), node.verb().name(), () -> stages.compile(node)));
    }
    return done.get(stage);
  }

  /** The dataset that a source gave, with what it could not parse; empty if it was not read. */
  Optional<Dataset<Row>> raw(PlanNode source) {
    return stages.raw(source);
  }

  /** Uses this dataset for a stage from now on, as when it was computed and stored. */
  void replace(PlanNode stage, Dataset<Row> stored) {
    done.put(stage, stored);
  }
}
