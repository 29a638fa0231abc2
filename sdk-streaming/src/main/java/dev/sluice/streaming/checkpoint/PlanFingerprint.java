package dev.sluice.streaming.checkpoint;

import dev.sluice.connect.Secrets;
import dev.sluice.connect.Source;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.Read;
import dev.sluice.streaming.bridge.SourceNames;
import dev.sluice.streaming.checkpoint.Fingerprint.OfSource;
import dev.sluice.streaming.checkpoint.Fingerprint.OfStage;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.text.OneLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the fingerprint of a plan. */
final class PlanFingerprint {

  private final StreamCut cut;
  private final List<PlanNode> reads = new ArrayList<>();
  private final List<PlanNode> keeps = new ArrayList<>();

  private PlanFingerprint(StreamCut cut) {
    this.cut = cut;
    cut.given().forEach(this::walk);
  }

  static PlanFingerprint of(StreamCut cut) {
    return new PlanFingerprint(cut);
  }

  /** Spark's plan is a tree: a stage that two others read is in it twice. */
  private void walk(PlanNode stage) {
    if (StreamCut.isFollowed(stage)) {
      reads.add(stage);
      return;
    }
    stage.inputs().stream().filter(cut.streamed()::contains).forEach(this::walk);
    if (cut.remembering().contains(stage)) {
      keeps.add(stage);
    }
  }

  /** The sources, as often and in the order as Spark counts them. */
  List<PlanNode> reads() {
    return reads;
  }

  /** The stages that keep something, in the same order as in the fingerprint. */
  List<PlanNode> keeps() {
    return keeps;
  }

  Fingerprint fingerprint(
      String query, String outputMode, String place, String spark, String partitions) {
    StateShapes shapes = new StateShapes(cut);
    return new Fingerprint(
        Secrets.masked(cut.plan().name()),
        Secrets.masked(query),
        Secrets.masked(place),
        outputMode,
        spark,
        partitions,
        sources(),
        List.of(),
        keeps.stream().map(shapes::of).toList(),
        cut.plan().stages().stream()
            .filter(cut.before()::contains)
            .filter(stage -> !StreamCut.isFollowed(stage) && !cut.remembering().contains(stage))
            .map(PlanFingerprint::stage)
            .toList());
  }

  private List<OfSource> sources() {
    Map<PlanNode, Integer> readings = new HashMap<>();
    return reads.stream()
        .map(stage -> source(stage, readings.merge(stage, 1, Integer::sum)))
        .toList();
  }

  private static OfSource source(PlanNode stage, int reading) {
    Source<?> source = stage.verb(Read.class).orElseThrow().source();
    String what =
        source.reads().isEmpty()
            ? source.description()
            : source.reads().stream()
                .map(read -> read.kind() + " " + read.name())
                .sorted()
                .collect(Collectors.joining(", "));
    return new OfSource(
        SourceNames.of(stage.name(), reading),
        Secrets.masked(stage.name()),
        Secrets.masked(source.getClass().getSimpleName() + " " + what),
        Secrets.masked(OneLine.of(source.description())));
  }

  private static OfStage stage(PlanNode stage) {
    String text =
        Stream.concat(Stream.of(stage.verb().detail().strip()), stage.verb().parts().stream())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new OfStage(
        Secrets.masked(stage.name()), stage.verb().name(), Secrets.masked(OneLine.of(text)));
  }
}
