package dev.sluice.streaming.rule;

import dev.sluice.plan.EventTimes;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Verb;
import dev.sluice.plan.verb.Aggregate;
import dev.sluice.plan.verb.Clean;
import dev.sluice.plan.verb.Dedupe;
import dev.sluice.plan.verb.Distinct;
import dev.sluice.plan.verb.Join;
import dev.sluice.streaming.plan.ChangingGroups;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.plan.VaryingValues;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan as the rules of streams read it.
 *
 * @param cut where it is cut
 * @param changing the aggregations whose groups are never final
 * @param times which columns say when a row happened
 * @param varying which columns have another value each time
 */
record StreamPlan(
    StreamCut cut, List<PlanNode> changing, EventTimes times, VaryingValues varying) {

  static StreamPlan of(StreamCut cut) {
    EventTimes times = new EventTimes();
    cut.plan().stages().forEach(times::of);
    return new StreamPlan(cut, ChangingGroups.of(cut), times, VaryingValues.of(cut.plan()));
  }

  /** The stages whose rows come in epochs, in the order of the plan. */
  Stream<PlanNode> streamed() {
    return cut.plan().stages().stream().filter(cut.streamed()::contains);
  }

  /** Those of them that have a verb of this kind. */
  <V extends Verb> Stream<Found<V>> streamed(Class<V> kind) {
    return streamed()
        .filter(stage -> stage.is(kind))
        .map(stage -> new Found<>(stage, kind.cast(stage.verb())));
  }

  boolean isStreamed(PlanNode stage) {
    return cut.streamed().contains(stage);
  }

  /** Whether it has to keep something, and it is known what. */
  boolean remembers(PlanNode stage) {
    return cut.remembering().contains(stage)
        && (stage.is(Aggregate.class)
            || stage.is(Dedupe.class)
            || stage.is(Distinct.class)
            || stage.is(Clean.class)
            || isJoinOfStreams(stage));
  }

  boolean isJoinOfStreams(PlanNode stage) {
    return stage.is(Join.class) && stage.inputs().stream().filter(this::isStreamed).count() > 1;
  }

  /** The sinks that get the groups of an aggregation, and not what another one makes of them. */
  Stream<PlanSink> sinksOf(PlanNode groups) {
    return cut.plan().sinks().stream()
        .filter(sink -> Plan.stagesOf(sink.stage(), others(groups)).contains(groups));
  }

  private Set<PlanNode> others(PlanNode groups) {
    return streamed()
        .filter(stage -> stage.is(Aggregate.class) && !stage.equals(groups))
        .collect(Collectors.toSet());
  }

  /** Whether rows of a stage come from another, or it is the same. */
  static boolean isBehind(PlanNode stage, PlanNode other) {
    return stage.upstream().anyMatch(other::equals);
  }

  /**
   * A stage and its verb.
   *
   * @param <V> the kind of verb
   */
  record Found<V extends Verb>(PlanNode stage, V verb) {}
}
