package dev.sluice.streaming.query;

import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Late;
import dev.sluice.plan.verb.Read;
import dev.sluice.spark.compile.Compilation;
import dev.sluice.spark.compile.Observing;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.plan.StreamCut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Turns the part of a plan that is before the cut into streaming datasets. */
final class StreamRows {

  /** Rows of stages that are not computed here. */
  @FunctionalInterface
  interface Tables {

    /** The rows of a stage; empty if it is computed from what is before it. */
    Optional<Dataset<Row>> of(PlanNode stage);
  }

  private StreamRows() {}

  /**
   * The rows of the stages that are handed to epochs, in their order; nothing is started.
   *
   * @param byName whether Spark knows the sources by their names
   */
  static List<Dataset<Row>> of(
      StreamCut cut,
      SparkSession spark,
      boolean byName,
      Observing counts,
      LateRows late,
      Tables tables) {
    List<PlanNode> stages =
        cut.given().stream().flatMap(PlanNode::upstream).distinct().toList();
    Compilation compilation =
        new Compilation(
            spark,
            cut.plan().name(),
            stages,
            Set.of(),
            counts,
            functions.current_timestamp());
    Map<PlanNode, Dataset<Row>> followed = new HashMap<>();
    for (PlanNode source : cut.followed()) {
      Dataset<Row> read = SourceNames.notAsked(spark, () -> follow(source, spark));
      Dataset<Row> rows = byName ? SourceNames.named(read, source.name()) : read;
      followed.put(source, rows);
      compilation.give(source, rows);
    }
    for (PlanNode stage : stages) {
      tables.of(stage).ifPresent(known -> compilation.replace(stage, known));
      if (stage.is(Late.class) && cut.streamed().contains(stage)) {
        compilation.replace(
            stage, late.of(stage, compilation.dataset(stage.input()), counts));
      }
    }
    List<Dataset<Row>> rows = new ArrayList<>();
    for (PlanNode stage : cut.given()) {
      // of a source what it delivers, with what it could not parse
      rows.add(followed.containsKey(stage) ? followed.get(stage) : compilation.dataset(stage));
    }
    return rows;
  }

  private static Dataset<Row> follow(PlanNode stage, SparkSession spark) {
    Read read = stage.verb(Read.class).orElseThrow();
    return ((UnboundedSource<?>) read.source()).readStream(new StreamContext(spark, stage.name()));
  }
}
