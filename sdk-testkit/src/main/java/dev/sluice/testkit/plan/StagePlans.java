package dev.sluice.testkit.plan;

import dev.sluice.Stage;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import dev.sluice.spark.compile.StageDatasets;
import dev.sluice.testkit.bridge.Operator;
import dev.sluice.testkit.bridge.Queries;
import dev.sluice.testkit.bridge.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The query of a stage, and where the stages before it are in it. */
final class StagePlans {

  private final String pipeline;
  private final PlanNode stage;
  private final SparkSession spark;
  private final StageDatasets datasets;
  private final RanQuery ran;
  private Optional<Lineage> lineage = Optional.empty();

  private StagePlans(String pipeline, PlanNode stage, SparkSession spark) {
    this.pipeline = pipeline;
    this.stage = stage;
    this.spark = spark;
    this.datasets = StageDatasets.of(pipeline, List.of(stage), spark);
    this.ran = new RanQuery(place(stage), datasets.of(stage));
  }

  static StagePlans of(Stage<?> stage, SparkSession spark) {
    // says what is wrong with the pipeline, if anything is
    stage.toDataset(spark);
    return new StagePlans(stage.pipeline().name(), stage.node(), spark);
  }

  /** The rows of a stage that is made of those of the pipeline. */
  Dataset<Row> dataset(PlanNode other) {
    return StageDatasets.of(pipeline, List.of(other), spark).of(other);
  }

  RanQuery ran() {
    return ran;
  }

  synchronized Lineage lineage() {
    if (lineage.isEmpty()) {
      lineage = Optional.of(new Lineage(ran.query(), ran.plan()));
    }
    return lineage.get();
  }

  /** The stage's name and the line that made it. */
  static String place(PlanNode stage) {
    return "stage '%s' (%s)".formatted(stage.name(), stage.site());
  }

  /**
   * Where the query computes a stage: at least once. A stage that is read twice is computed twice,
   * as far as the query as it was written goes.
   *
   * @throws AssertionError if the stage is none of those before this one, or cannot be told from
   *     another
   */
  List<QueryNode> occurrences(PlanNode of) {
    List<PlanNode> stages = stage.upstream().toList();
    if (!stages.contains(of)) {
      throw ran.failure(
          "%s is not a part of it".formatted(place(of)),
          "its parts are:",
          stages.stream().map(part -> "  " + place(part)).toList());
    }
    QueryNode wanted = Queries.analyzed(datasets.of(of));
    List<QueryNode> twins =
        stages.stream()
            .map(other -> Queries.analyzed(datasets.of(other)))
            .filter(other -> !other.columns().equals(wanted.columns()))
            .filter(wanted::computesSameAs)
            .toList();
    List<QueryNode> found = new ArrayList<>();
    collect(ran.query(), wanted, twins, found);
    if (found.isEmpty()) {
      throw ran.failure(
          "cannot find %s in it".formatted(place(of)),
          "the query, before the optimizer:",
          PlanText.of(ran.query(), part -> false, part -> ""));
    }
    return found;
  }

  private void collect(
      QueryNode node, QueryNode wanted, List<QueryNode> twins, List<QueryNode> found) {
    if (node.computesSameAs(wanted)
        && twins.stream().noneMatch(twin -> twin.columns().equals(node.columns()))) {
      if (!twins.isEmpty() && !node.columns().equals(wanted.columns())) {
        throw ran.failure(
            "two stages compute the same, and Spark does not tell which of them is read here",
            "the query, before the optimizer:",
            PlanText.of(ran.query(), part -> part == node, part -> ""));
      }
      found.add(node);
    } else {
      node.parts().forEach(part -> collect(part, wanted, twins, found));
    }
  }

  /** A failure that shows the plan that ran, with the names of the sources. */
  AssertionError failure(String summary, List<Operator> marked) {
    return ran.failure(summary, marked, this::source);
  }

  private String source(Operator operator) {
    if (!operator.is(Operator.Kind.SCAN) && !operator.is(Operator.Kind.CACHED)) {
      return "";
    }
    List<QueryNode> leaves = List.copyOf(lineage().leaves(operator));
    String names =
        stage
            .upstream()
            .filter(before -> before.is(Read.class))
            .filter(read -> isReadBy(read, leaves))
            .map(read -> "'" + read.name() + "'")
            .distinct()
            .collect(Collectors.joining(" or "));
    return names.isEmpty() ? "" : ", source " + names;
  }

  private boolean isReadBy(PlanNode read, List<QueryNode> leaves) {
    return Queries.analyzed(datasets.of(read)).leaves().stream()
        .anyMatch(mine -> leaves.stream().anyMatch(leaf -> leaf.computesSameAs(mine)));
  }
}
