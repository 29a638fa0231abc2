package dev.sluice.streaming.query;

import dev.sluice.connect.RealTimeSource;
import dev.sluice.connect.StreamContext;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Join;
import dev.sluice.plan.verb.Late;
import dev.sluice.spark.compile.Compilation;
import dev.sluice.spark.compile.DeliveredRows;
import dev.sluice.spark.compile.Observing;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.plan.StreamCut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    Compilation compilation = compilation(cut, stages, spark, counts);
    Map<PlanNode, Dataset<Row>> followed =
        followed(
            cut, spark, byName,
            source -> StreamCut.source(source).readStream(context(source, spark)));
    followed.forEach(compilation::give);
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

  /**
   * The rows of a query that has one sink, as that gets them, with nothing left to epochs. Tables are
   * sent to all tasks, for in real time a join with them has no other way.
   *
   * @param byName whether Spark knows the sources by their names
   */
  static Dataset<Row> ofSink(
      StreamCut cut, SparkSession spark, boolean byName, Observing counts, Tables tables) {
    PlanNode last = cut.plan().sinks().get(0).stage();
    Compilation compilation = compilation(cut, cut.plan().stages(), spark, counts);
    followed(
        cut,
        spark,
        byName,
        source -> ((RealTimeSource<?>) StreamCut.source(source))
            .readRealTime(context(source, spark)))
        .forEach(compilation::give);
    for (PlanNode stage : cut.plan().stages()) {
      tables.of(stage).ifPresent(known -> compilation.replace(stage, known));
    }
    for (PlanNode stage : cut.plan().stages()) {
      if (stage.is(Join.class) && cut.streamed().contains(stage)) {
        stage.inputs().stream()
            .filter(input -> !cut.streamed().contains(input))
            .forEach(
                table -> compilation.replace(
                    table, functions.broadcast(compilation.dataset(table))));
      }
    }
    return DeliveredRows.of(last, compilation.dataset(last));
  }

  private static Compilation compilation(
      StreamCut cut, List<PlanNode> stages, SparkSession spark, Observing counts) {
    return new Compilation(
        spark, cut.plan().name(), stages, Set.of(), counts, functions.current_timestamp());
  }

  private static Map<PlanNode, Dataset<Row>> followed(
      StreamCut cut, SparkSession spark, boolean byName, Function<PlanNode, Dataset<Row>> reader) {
    Map<PlanNode, Dataset<Row>> followed = new HashMap<>();
    for (PlanNode source : cut.followed()) {
      Dataset<Row> read = SourceNames.notAsked(spark, () -> reader.apply(source));
      followed.put(source, byName ? SourceNames.named(read, source.name()) : read);
    }
    return followed;
  }

  private static StreamContext context(PlanNode stage, SparkSession spark) {
    return new StreamContext(spark, stage.name());
  }
}
