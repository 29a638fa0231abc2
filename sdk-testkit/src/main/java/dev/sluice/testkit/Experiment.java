package dev.sluice.testkit;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanNode.Origin;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.quality.Rejected;
import dev.sluice.spark.compile.StageDatasets;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The stages of a pipeline twice: as they are, and as they would be if some rows did not exist.
 * What differs is what those rows do. That holds for every kind of stage, also for those that
 * nobody can look into.
 */
final class Experiment {

  private static final String TIMES = "__times";

  private final SparkSession spark;
  private final Map<PlanNode, PlanNode> rejects = new HashMap<>();
  private final StageDatasets with;
  private final StageDatasets without;

  /**
   * @param pipeline the pipeline's name
   * @param ends the last stages to be looked at
   * @param removed the rows that do not exist in the second case, by their stages
   */
  Experiment(
      String pipeline,
      List<PlanNode> ends,
      Map<PlanNode, List<Record>> removed,
      SparkSession spark) {
    this.spark = spark;
    List<PlanNode> stages = new ArrayList<>(ends);
    ends.stream()
        .flatMap(PlanNode::upstream)
        .filter(stage -> stage.is(Clean.class))
        .forEach(stage -> rejects.computeIfAbsent(stage, Experiment::rejectsOf));
    stages.addAll(rejects.values());
    this.with = StageDatasets.of(pipeline, stages, spark);
    Map<PlanNode, Dataset<Row>> others = new HashMap<>();
    removed.forEach((stage, rows) -> others.put(stage, with.of(SameValues.others(stage, rows))));
    this.without = StageDatasets.of(pipeline, stages, spark, others);
  }

  /** The rows that a stage rejects, as a stage. */
  static PlanNode rejectsOf(PlanNode stage) {
    return new PlanNode(
        new Origin("rejected by " + stage.name(), Rejected.class, stage.site()),
        new Rejects(),
        stage);
  }

  /** What the rows do to a stage. */
  Effect on(PlanNode stage) {
    Column[] columns = columns(stage);
    Dataset<Row> changes =
        side(with, stage, 1)
            .unionAll(side(without, stage, -1))
            .groupBy(columns)
            .agg(functions.sum(TIMES).as(TIMES))
            .filter(functions.col(TIMES).notEqual(0));
    List<Row> more = new ArrayList<>();
    List<Row> fewer = new ArrayList<>();
    for (Row row : changes.collectAsList()) {
      long times = row.getAs(TIMES);
      (times > 0 ? more : fewer).addAll(Collections.nCopies((int) Math.abs(times), row));
    }
    Matching<Record> left =
        Matching.of(
            records(fewer, changes, stage),
            records(more, changes, stage),
            Sameness.butForRounding());
    return new Effect(left.unexpected(), left.missing());
  }

  /** The rows that a clean stage rejects only because they exist. */
  List<Rejected> rejected(PlanNode stage) {
    return on(rejects.get(stage)).made().stream().map(Rejected.class::cast).toList();
  }

  /** The rows of a stage as they are; it may be one that is made of those of the pipeline. */
  List<Record> rows(PlanNode stage) {
    return records(with.of(stage), stage);
  }

  /** Whether a stage has any row. */
  boolean hasRows(PlanNode stage) {
    return !with.of(stage).isEmpty();
  }

  private static Dataset<Row> side(StageDatasets stages, PlanNode stage, int times) {
    return stages
        .of(stage)
        .select(
            Stream.concat(Stream.of(columns(stage)), Stream.of(functions.lit(times).as(TIMES)))
                .toArray(Column[]::new));
  }

  private static Column[] columns(PlanNode stage) {
    return stage.record().components().stream()
        .map(Columns::named)
        .toArray(Column[]::new);
  }

  private List<Record> records(List<Row> rows, Dataset<Row> like, PlanNode stage) {
    return records(spark.createDataFrame(rows, like.schema()), stage);
  }

  private static List<Record> records(Dataset<Row> rows, PlanNode stage) {
    Class<? extends Record> type = stage.origin().record().asSubclass(Record.class);
    return RecordRows.collect(rows, type).stream()
        .map(Record.class::cast)
        .sorted(Comparator.comparing(ValueText::of))
        .toList();
  }
}
