package dev.sluice.spark.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sentences about what made a run slow, each with the figures that show it. It says nothing of
 * small things: the limits are such that following the advice would be noticed.
 */
public final class RunAdvice {
  private static final int FEWEST_TASKS = 4;
  private static final double SHORTEST_TASK_SECONDS = 10;
  private static final double TIMES_THE_FAIR_SHARE = 3;
  private static final long MANY_ROWS = 1_000_000;
  private static final long LEAST_SPILL_BYTES = 256L << 20;

  private RunAdvice() {}

  public static List<String> on(SinkFigures sink) {
    List<String> advice = new ArrayList<>();
    for (SparkStageFigures stage : sink.stages()) {
      if (isSkewed(stage)) {
        advice.add(skew(sink, stage));
      } else if (isReadAlone(stage)) {
        advice.add(alone(sink, stage));
      }
    }
    if (sink.spillBytes() >= LEAST_SPILL_BYTES) {
      advice.add(spill(sink));
    }
    return advice;
  }

  private static boolean isSkewed(SparkStageFigures stage) {
    return stage.tasksDone() >= FEWEST_TASKS
        && stage.longestTaskSeconds() >= SHORTEST_TASK_SECONDS
        && stage.largestShareOfTime() * stage.tasksDone() >= TIMES_THE_FAIR_SHARE;
  }

  private static boolean isReadAlone(SparkStageFigures stage) {
    return stage.tasks() == 1
        && stage.longestTaskSeconds() >= SHORTEST_TASK_SECONDS
        && stage.rowsRead() >= MANY_ROWS
        && stage.operators().stream().anyMatch(operator -> operator.startsWith("Scan "));
  }

  private static String alone(SinkFigures sink, SparkStageFigures stage) {
    return String.format(
        Locale.ROOT,
        "Sink %s: one task alone read %,d rows in %.0f s (%s): read them in parts, a table of a"
            + " database with partitionedBy(…).",
        sink.sink(),
        stage.rowsRead(),
        stage.longestTaskSeconds(),
        String.join(", ", stage.operators()));
  }

  private static String skew(SinkFigures sink, SparkStageFigures stage) {
    String operators =
        stage.operators().isEmpty() ? "" : " (" + String.join(", ", stage.operators()) + ")";
    boolean byRows = stage.largestShareOfRows() * stage.tasksDone() >= TIMES_THE_FAIR_SHARE;
    return String.format(
        Locale.ROOT,
        "Sink %s: one of %d tasks of Spark stage %d%s ran %.0f s, %.0f%% of the time of all tasks;"
            + " %s",
        sink.sink(),
        stage.tasksDone(),
        stage.id(),
        operators,
        stage.longestTaskSeconds(),
        100 * stage.largestShareOfTime(),
        byRows
            ? String.format(
                Locale.ROOT,
                "one task read %,d of %,d rows: look for a key that most rows share.",
                stage.largestTaskRows(),
                stage.rowsRead())
            : "no task read far more rows than the others: look for rows that cost more, or a slow"
                + " machine.");
  }

  private static String spill(SinkFigures sink) {
    return String.format(
        Locale.ROOT,
        "Sink %s: %,d MiB were put to disk because sorts, joins or aggregates did not fit into"
            + " memory: give executors more memory or use more shuffle partitions.",
        sink.sink(),
        sink.spillBytes() >> 20);
  }
}
