package dev.sluice.testkit;

import dev.sluice.plan.PlanNode;
import dev.sluice.plan.RowFlow;
import dev.sluice.plan.Verb;
import dev.sluice.plan.verb.RandomSplit;
import dev.sluice.plan.verb.Read;
import dev.sluice.plan.verb.Rejects;
import dev.sluice.plan.verb.Sample;
import dev.sluice.plan.verb.SampleBy;
import dev.sluice.testkit.RowTrace.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Follows a row through stages: each is computed with the row and without it. */
final class RowTracer {

  /**
   * Where a row may arrive.
   *
   * @param place a sink or a stage, as messages have it
   * @param stage the stage whose rows come there
   */
  record End(String place, PlanNode stage) {}

  /** What draws rows by their position. */
  private static final List<Class<? extends Verb>> DRAWN =
      List.of(Sample.class, SampleBy.class, RandomSplit.class);

  private final String pipeline;
  private final List<End> ends;
  private final Record row;
  private final SparkSession spark;

  RowTracer(String pipeline, List<End> ends, Record row, SparkSession spark) {
    this.pipeline = pipeline;
    this.ends = List.copyOf(ends);
    this.row = row;
    this.spark = spark;
  }

  /**
   * Follows the row from all sources of its record that have it.
   *
   * @throws IllegalArgumentException if none has
   */
  RowTrace fromSources() {
    List<PlanNode> sources =
        stages().stream()
            .filter(stage -> stage.is(Read.class))
            .filter(source -> source.origin().record() == row.getClass())
            .toList();
    return from(sources);
  }

  /**
   * Follows the row from these stages, as far as they have it.
   *
   * @throws IllegalArgumentException if none has, if one is not on the way, or if rows are drawn
   */
  RowTrace from(List<PlanNode> starts) {
    requireOnTheWay(starts);
    Experiment world = new Experiment(pipeline, endStages(), Map.of(), spark);
    Map<PlanNode, List<Record>> found = new LinkedHashMap<>();
    for (PlanNode start : starts) {
      List<Record> rows =
          world.rows(SameValues.of(start, start.record().components(), List.of(row)));
      if (!rows.isEmpty()) {
        found.put(start, rows);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(new UnknownRow(row, starts, stages(), world).text());
    }
    return follow(found);
  }

  /** Stages are told apart by identity: the same code called twice makes two. */
  private void requireOnTheWay(List<PlanNode> starts) {
    List<PlanNode> all = stages();
    for (PlanNode start : starts) {
      if (!all.contains(start)) {
        throw new IllegalArgumentException(
            "%s is not one of the stages that lead there: %s. Two calls of one method make two stages; use the very one"
                .formatted(place(start), all.stream().map(RowTracer::place).toList()));
      }
      for (PlanNode stage : all) {
        if (DRAWN.stream().anyMatch(stage::is) && stage.upstream().anyMatch(start::equals)) {
          throw new IllegalArgumentException(
              "%s draws rows by their position, so what it does to one of them cannot be told from what it does to the rows behind it: trace up to the stage before, or from the one after"
                  .formatted(place(stage)));
        }
      }
    }
  }

  private RowTrace follow(Map<PlanNode, List<Record>> found) {
    Experiment experiment = new Experiment(pipeline, endStages(), found, spark);
    Map<PlanNode, Effect> effects = new LinkedHashMap<>();
    DropReason reason = new DropReason(experiment, effects);
    List<Step> steps = new ArrayList<>();
    for (PlanNode stage : stages()) {
      if (found.containsKey(stage)) {
        effects.put(stage, new Effect(found.get(stage), List.of()));
        steps.add(step(stage, found.get(stage), List.of(), ""));
      } else if (feeding(stage).anyMatch(effects::containsKey)) {
        Effect effect = experiment.on(stage);
        if (!effect.isNone()) {
          String note = note(stage, effects.get(stage.input()), effect);
          effects.put(stage, effect);
          steps.add(step(stage, effect.made(), effect.replaced(), note));
        } else if (!stage.is(Rejects.class)) {
          steps.add(
              new Step(stage.name(), place(stage), List.of(), List.of(), reason.of(stage), ""));
        }
      }
    }
    return new RowTrace(row, steps, ends(effects, true), ends(effects, false));
  }

  /** Rejected rows are what a stage takes in and does not give out. */
  private static Stream<PlanNode> feeding(PlanNode stage) {
    return stage.is(Rejects.class) ? stage.input().inputs().stream() : stage.inputs().stream();
  }

  private List<String> ends(Map<PlanNode, Effect> effects, boolean reached) {
    return ends.stream()
        .filter(end -> effects.containsKey(end.stage()) == reached)
        .map(End::place)
        .toList();
  }

  private static Step step(PlanNode stage, List<Record> made, List<Record> replaced, String note) {
    return new Step(stage.name(), place(stage), made, replaced, List.of(), note);
  }

  /** Of several rows some may be dropped, where a stage gives out what it takes in. */
  private static String note(PlanNode stage, Effect in, Effect out) {
    RowFlow flow = stage.verb().traits().flow();
    boolean passesRowsOn =
        (flow == RowFlow.PASSES || flow == RowFlow.MAPS) && stage.inputs().size() == 1;
    return passesRowsOn && in != null && out.made().size() < in.made().size()
        ? "%d of %s are dropped"
            .formatted(in.made().size() - out.made().size(), Shown.rows(in.made().size()))
        : "";
  }

  private List<PlanNode> endStages() {
    return ends.stream().map(End::stage).toList();
  }

  private List<PlanNode> stages() {
    return endStages().stream().flatMap(PlanNode::upstream).distinct().toList();
  }

  static String place(PlanNode stage) {
    return "%s (%s)".formatted(name(stage), stage.site());
  }

  static String name(PlanNode stage) {
    return "%s '%s'".formatted(stage.is(Read.class) ? "source" : "stage", stage.name());
  }
}
