package dev.sluice.spark.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts doubtful rows of a task, and logs the counts when it ends. */
public final class TaskWarnings {

  private static final Logger LOG = LoggerFactory.getLogger(TaskWarnings.class);

  /** Sentences; a field's name may be anything. */
  private static final int MOST = 20;

  private final String of;
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** Of rows of this. */
  public TaskWarnings(String of) {
    this.of = of;
  }

  /** Counts a row of which this is to be said. */
  public void count(String sentence) {
    if (TaskContext.get() == null) { // rows that are in the plan are read by the optimizer
      LOG.warn("{}: {}", of, sentence);
      return;
    }
    if (counts.isEmpty()) {
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> log());
    }
    String counted = counts.size() < MOST || counts.containsKey(sentence) ? sentence : "others";
    counts.merge(counted, 1L, Long::sum);
  }

  private void log() {
    counts.forEach((sentence, rows) -> LOG.warn("{}: {} in {} rows", of, sentence, rows));
    counts.clear();
  }
}
