package dev.sluice.streaming.rule;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanRule;
import dev.sluice.plan.Problem;
import dev.sluice.plan.RunMode;
import dev.sluice.streaming.plan.StreamCut;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules of streams. */
public final class StreamRules implements PlanRule {

  /** Those of a whole plan. */
  private static final List<StreamRule> OF_PLANS =
      List.of(
          new NothingFollowed(),
          new SourceProblems(),
          new SourceDoubts(),
          new SinkWithoutEpochs(),
          new SinkOfTables(),
          new ReplacedByEachEpoch(),
          new AtLeastOnce(),
          new KeptInMemory(),
          new Feedback(),
          new KeyOfGroups(),
          new GroupsWithoutEnd(),
          new TimeDeclaredLate(),
          new NoLateness(),
          new VaryingTime(),
          new LateBehindJoin(),
          new TimeBehindState(),
          new GroupsKeptForEver(),
          new ValuesKeptForEver(),
          new VanishedGroups(),
          new DuplicatesKeptForEver(),
          new JoinWithoutBound(),
          new TableWithoutMatch(),
          new StreamWithoutMatch(),
          new TimelessInJoin(),
          new RefreshInQuery(),
          new SortedStream(),
          new LimitedStream(),
          new FirstOfStream(),
          new WindowOverStream(),
          new ExactDistinct(),
          new SampledStream(),
          new TableInUnion(),
          new ComparedStream(),
          new AskedStream(),
          new AsOfInQuery(),
          new RejectedOfTable(),
          new RefreshOfStream(),
          new VaryingKey(),
          new VaryingVerdict(),
          new VaryingValue(),
          new CodeInQuery());

  /** Those of the part of a plan that one query runs. */
  private static final List<StreamRule> OF_QUERIES =
      List.of(new MemoryOfChanges(), new MixedQuery());

  private static final Code NO_CHECKPOINTS =
      Code.refused(
          "CKPT-013",
          "a stream has no checkpoints(…)",
          "it would begin anew after each restart",
          "say checkpoints(directory), or ephemeral() if that is meant");

  private static final Code SPARK =
      Code.refused(
          "SPARK-001",
          "Spark refuses the query",
          "it cannot start",
          "see what Spark says, and take another stage");

  /** Called by the module. */
  public StreamRules() {}

  @Override
  public List<Problem> problems(Plan plan, RunMode mode) {
    return mode == RunMode.STREAMING ? problems(OF_PLANS, StreamCut.of(plan)) : List.of();
  }

  /** What is wrong with a part of a plan that is to be one query. */
  public static List<Problem> ofQuery(StreamCut part) {
    return problems(OF_QUERIES, part);
  }

  private static List<Problem> problems(List<StreamRule> rules, StreamCut cut) {
    StreamPlan stream = StreamPlan.of(cut);
    return rules.stream().flatMap(rule -> rule.problems(stream)).toList();
  }

  /** A stream for which nobody said where its checkpoints are. */
  public static Problem noCheckpoints(Plan plan, CallSite line) {
    return NO_CHECKPOINTS.at(plan.name(), line, "nothing keeps how far the stream is");
  }

  /**
   * What Spark says against a query.
   *
   * @param stage the stage that it speaks of, or the pipeline
   * @param line where that was written
   */
  public static Problem refusedBySpark(String stage, CallSite line, String message) {
    return new Problem(stage, line, "Spark refuses the query: " + message)
        .coded(SPARK.id(), SPARK.severity());
  }

  /** All codes, by subject and number. */
  public static List<Code> codes() {
    return Stream.of(
        OF_PLANS.stream().map(StreamRule::code),
        OF_QUERIES.stream().map(StreamRule::code),
        RealTimeRules.codes(),
        Stream.of(NO_CHECKPOINTS, SPARK))
        .flatMap(codes -> codes)
        .sorted(Comparator.comparing(Code::id))
        .toList();
  }

  /** A code; empty if there is none of this name. */
  public static Optional<Code> code(String id) {
    return codes().stream().filter(code -> code.id().equals(id)).findFirst();
  }
}
