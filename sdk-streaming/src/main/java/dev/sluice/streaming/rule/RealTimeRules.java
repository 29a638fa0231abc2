package dev.sluice.streaming.rule;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.bridge.RealTimeMode;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.run.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules of streams in real time, which come on top of those of every stream. */
public final class RealTimeRules {

  private static final Code NO_MODE =
      Code.refused(
          "RTM-001",
          "a stream is to run in real time, and this Spark has no such mode",
          "it cannot start",
          "take Spark 4.1 or later, or a trigger of epochs, such as every(Duration.ZERO)");

  private static final Code SHORT_INTERVAL =
      Code.refused(
          "RTM-002",
          "the checkpoint interval of a stream in real time is shorter than 5 s",
          "Spark refuses it",
          "take 5 s or more, for rows do not wait for a checkpoint");

  private static final Code SLOTS =
      Code.refused(
          "RTM-012",
          "a stream in real time needs more slots for tasks than there are",
          "what gets none waits for a whole checkpoint interval, or for ever",
          "give the session more cores, or read topics with fewer partitions");

  private RealTimeRules() {}

  private static List<StreamRule> rules(RealTimeMode mode) {
    return List.of(
        new SourceNotInRealTime(),
        new SinkNotInRealTime(),
        new MemoryInRealTime(mode),
        new SourceReadTwice(),
        new RowsHeldBack(mode),
        new JoinNotInRealTime(),
        new LimitInRealTime(),
        new VerdictInRealTime(),
        new TableRejectsInRealTime(),
        new RefreshInRealTime());
  }

  /**
   * What keeps a plan from running in real time.
   *
   * @param checkpointInterval how often it is to be written down how far the stream is
   * @param line where the stream was written
   * @param mode what Spark can do
   */
  public static List<Problem> of(
      Plan plan, Duration checkpointInterval, CallSite line, RealTimeMode mode) {
    List<Problem> problems = new ArrayList<>();
    if (!mode.isThere()) {
      problems.add(
          NO_MODE.at(plan.name(), line, "Spark %s has no real-time mode".formatted(mode.spark())));
    }
    if (checkpointInterval.compareTo(Trigger.RealTime.SHORTEST) < 0) {
      problems.add(
          SHORT_INTERVAL.at(
              plan.name(),
              line,
              "the checkpoint interval is %d ms".formatted(checkpointInterval.toMillis())));
    }
    StreamPlan stream = StreamPlan.of(StreamCut.of(plan));
    rules(mode).forEach(rule -> rule.problems(stream).forEach(problems::add));
    return problems;
  }

  /**
   * More tasks than there are slots.
   *
   * @param line where the stream was written
   * @param tasks what needs how many, in words
   */
  public static Problem tooFewSlots(Plan plan, CallSite line, int needed, int slots, String tasks) {
    return SLOTS.at(
        plan.name(),
        line,
        "%d tasks have to run all the time (%s), and this session has %d slots"
            .formatted(needed, tasks, slots));
  }

  /** All codes. */
  static Stream<Code> codes() {
    return Stream.concat(
        Stream.of(NO_MODE, SHORT_INTERVAL, SLOTS),
        rules(RealTimeMode.ofThisSpark()).stream().map(StreamRule::code));
  }
}
