package dev.sluice.streaming.query;

import dev.sluice.connect.RealTimeSource;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.bridge.TaskSlots;
import dev.sluice.streaming.plan.StreamCut;
import dev.sluice.streaming.rule.RealTimeRules;
import dev.sluice.text.OneLine;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Whether all tasks of a stream in real time find a slot. They go on from one checkpoint to the next:
 * of what has no slot then, nothing is read meanwhile.
 */
public final class RealTimeSlots {

  private static final String SHUFFLES = "spark.sql.shuffle.partitions";

  /** What a query needs. */
  private record Need(QueryPlan query, int tasks) {

    String text() {
      String name = query.plan().sinks().get(0).name();
      String stage = query.plan().sinks().get(0).stage().name();
      return "sink '%s' of stage '%s' %d"
          .formatted(OneLine.of(name), OneLine.of(stage), tasks);
    }
  }

  private RealTimeSlots() {}

  /**
   * The problem, if a stream in real time has it.
   *
   * @param line where the stream was written
   */
  public static List<Problem> problems(
      Plan plan, CallSite line, SparkSession spark, StreamOptions options) {
    if (options.realTime().isEmpty()) {
      return List.of();
    }
    SparkSession own = StreamSession.of(spark, plan, options.trigger());
    List<Need> needs =
        QueryPlan.of(plan, options).stream()
            .map(query -> new Need(query, tasks(query.cut(), own)))
            .toList();
    int needed = needs.stream().mapToInt(Need::tasks).sum();
    int slots = TaskSlots.of(spark);
    return needed <= slots
        ? List.of()
        : List.of(
            RealTimeRules.tooFewSlots(
                plan,
                line,
                needed,
                slots,
                needs.stream().map(Need::text).collect(Collectors.joining(", "))));
  }

  /** All stages of a query run at once: those that read, and those behind a shuffle. */
  private static int tasks(StreamCut cut, SparkSession spark) {
    int reading =
        cut.followed().stream()
            .map(StreamCut::source)
            .mapToInt(source -> ((RealTimeSource<?>) source).tasks(spark))
            .sum();
    int shuffles = Integer.parseInt(spark.conf().get(SHUFFLES));
    return reading + cut.remembering().size() * shuffles;
  }
}
