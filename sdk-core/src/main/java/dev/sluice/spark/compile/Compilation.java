package dev.sluice.spark.compile;

import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.spark.bridge.OriginBridge;
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
public final class Compilation {

  private final SparkSession spark;
  private final String pipeline;
  private final Observing observing;
  private final Column now;
  private final Set<PlanNode> computedAgain = new HashSet<>();
  private final Map<PlanNode, Dataset<Row>> done = new HashMap<>();
  private final Map<PlanNode, Dataset<Row>> judged = new HashMap<>();
  private final StageCompiler stages;

  /**
   * Of these stages.
   *
   * @param stages all that may be compiled
   * @param ends those whose rows are given, or are judged once and kept: nothing before them is
   *     computed again for rejected rows
   * @param now when the run began, which rejected rows carry
   */
  public Compilation(
      SparkSession spark,
      String pipeline,
      List<PlanNode> stages,
      Set<PlanNode> ends,
      Observing observing,
      Column now) {
    this.now = now;
    stages.stream()
        .filter(stage -> stage.is(Rejects.class) && !ends.contains(stage))
        .flatMap(stage -> Plan.stagesOf(stage.input(), ends).stream())
        .filter(stage -> !ends.contains(stage))
        .forEach(computedAgain::add);
    this.spark = spark;
    this.pipeline = pipeline;
    this.observing = observing;
    this.stages = new StageCompiler(this);
  }

  public SparkSession spark() {
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
  public Dataset<Row> dataset(PlanNode stage) {
    Dataset<Row> known = done.get(stage);
    if (known != null) {
      return known;
    }
    for (PlanNode node : Plan.stagesOf(stage, done.keySet())) {
      if (!done.containsKey(node)) {
        done.put(node,
            OriginBridge.at(node.site(), node.verb().name(), () -> stages.compile(node)));
      }
    }
    return done.get(stage);
  }

  /** All rows of a stage that may reject some, with what was found of each: not yet kept. */
  public Dataset<Row> judged(PlanNode stage) {
    stage.inputs().forEach(this::dataset);
    return OriginBridge.at(stage.site(), stage.verb().name(), () -> stages.judged(stage));
  }

  /** The judged rows of a stage that are kept; empty if they are to be computed where they go. */
  Optional<Dataset<Row>> keptJudged(PlanNode stage) {
    return Optional.ofNullable(judged.get(stage));
  }

  /** Reads accepted and rejected rows of a stage from these judged rows from now on. */
  public void keepJudged(PlanNode stage, Dataset<Row> kept) {
    judged.put(stage, kept);
    done.remove(stage);
  }

  /** Asks a source for its rows now, so that it finds what is there now; they are read later. */
  public void ask(PlanNode source) {
    OriginBridge.at(
        source.site(),
        source.verb().name(),
        () -> {
          stages.ask(source);
          return source;
        });
  }

  /** The dataset that a source gave, with what it could not parse; empty if it was not read. */
  public Optional<Dataset<Row>> raw(PlanNode source) {
    return stages.raw(source);
  }

  /** Takes these rows for those of a stage, or for what its source would read. */
  public void give(PlanNode stage, Dataset<Row> rows) {
    if (stage.is(Read.class)) {
      stages.give(stage, rows);
    } else {
      replace(stage, Conform.to(stage, rows));
    }
  }

  /** Uses this dataset for a stage from now on, as when it was computed and stored. */
  public void replace(PlanNode stage, Dataset<Row> stored) {
    done.put(stage, stored);
  }
}
