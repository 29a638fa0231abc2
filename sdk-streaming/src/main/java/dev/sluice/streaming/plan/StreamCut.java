package dev.sluice.streaming.plan;

import dev.sluice.connect.UnboundedSource;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.verb.Late;
import dev.sluice.plan.verb.Read;
import dev.sluice.plan.verb.Refresh;
import dev.sluice.plan.verb.Rejects;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a plan is cut to run as a stream. Before the cut it is a streaming query, which remembers
 * what groups, joins of two streams and removals of duplicates need; after it each epoch is computed
 * alone, as a batch is. The cut is as early as it can be: a plan that need not remember anything is
 * cut right behind its sources, so that several sinks and the quarantine share one reading.
 *
 * @param plan the whole
 * @param streamed the stages whose rows come in epochs: followed sources and what is made of them
 * @param remembering those of them that have to keep something from one epoch to the next
 * @param before those of them that are before the cut
 * @param given those of these whose rows are handed to the epochs, in the order of the plan
 */
public record StreamCut(
    Plan plan,
    Set<PlanNode> streamed,
    Set<PlanNode> remembering,
    Set<PlanNode> before,
    List<PlanNode> given) {

  /** Copies the sets and the list. */
  public StreamCut {
    streamed = Set.copyOf(streamed);
    remembering = Set.copyOf(remembering);
    before = Set.copyOf(before);
    given = List.copyOf(given);
  }

  /** The cut of a plan. */
  public static StreamCut of(Plan plan) {
    List<PlanNode> stages = plan.stages();
    Set<PlanNode> streamed = new HashSet<>();
    Set<PlanNode> remembering = new HashSet<>();
    for (PlanNode stage : stages) {
      if (isFollowed(stage) || stage.inputs().stream().anyMatch(streamed::contains)) {
        streamed.add(stage);
        if (!stage.inputs().isEmpty() && !distributes(stage, streamed)) {
          remembering.add(stage);
        }
      }
    }
    // what came too late for them is known to the query alone
    Stream<PlanNode> late =
        stages.stream().filter(stage -> stage.is(Late.class) && streamed.contains(stage));
    Set<PlanNode> before =
        Stream.concat(remembering.stream(), late)
            .flatMap(PlanNode::upstream)
            .filter(streamed::contains)
            .collect(Collectors.toCollection(HashSet::new));
    // so is what a stage before the cut rejects
    stages.stream()
        .filter(stage -> stage.is(Rejects.class))
        .filter(stage -> before.contains(stage.input()) && !isFollowed(stage.input()))
        .forEach(before::add);
    Set<PlanNode> wantedBehind =
        Stream.concat(
            plan.sinks().stream().map(PlanSink::stage),
            stages.stream()
                .filter(stage -> !before.contains(stage))
                .flatMap(stage -> stage.inputs().stream()))
            .collect(Collectors.toSet());
    List<PlanNode> given =
        stages.stream()
            .filter(streamed::contains)
            .filter(
                stage -> before.contains(stage)
                    ? wantedBehind.contains(stage)
                    : isFollowed(stage))
            .toList();
    return new StreamCut(plan, streamed, remembering, before, given);
  }

  /** Whether a stage is a source that is followed. */
  public static boolean isFollowed(PlanNode stage) {
    return stage.verb() instanceof Read read && read.source() instanceof UnboundedSource<?>;
  }

  /** What a stage that is followed reads. */
  public static UnboundedSource<?> source(PlanNode followed) {
    return (UnboundedSource<?>) followed.verb(Read.class).orElseThrow().source();
  }

  /** What the rejected rows of a stage need is what its accepted ones need. */
  private static boolean distributes(PlanNode stage, Set<PlanNode> streamed) {
    PlanNode judging = stage.is(Rejects.class) ? stage.input() : stage;
    if (judging.inputs().isEmpty()) {
      return true;
    }
    Set<Integer> divided =
        IntStream.range(0, judging.inputs().size())
            .filter(i -> streamed.contains(judging.inputs().get(i)))
            .boxed()
            .collect(Collectors.toSet());
    return judging.verb().distributes(divided);
  }

  /** The sources that are followed, in the order of the plan. */
  public List<PlanNode> followed() {
    return plan.stages().stream().filter(StreamCut::isFollowed).toList();
  }

  /** Whether anything has to be kept from one epoch to the next. */
  public boolean remembers() {
    return !remembering.isEmpty();
  }

  /** Whether what comes too late is read, beyond being counted by Spark. */
  public boolean looksForLateRows() {
    return before.stream().anyMatch(stage -> stage.is(Late.class));
  }

  /** Whether a stage is a table whose rows the stream keeps from epoch to epoch. */
  public boolean isKept(PlanNode stage) {
    return stage.is(Refresh.class) && !streamed.contains(stage);
  }

  /** Whether the streaming query itself reads a stage. */
  public boolean isReadBefore(PlanNode stage) {
    return before.stream().anyMatch(reader -> reader.upstream().anyMatch(stage::equals));
  }

  /** Whether the rows of a sink come in epochs. */
  public boolean isStreamed(PlanSink sink) {
    return streamed.contains(sink.stage());
  }
}
