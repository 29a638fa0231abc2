package dev.sluice.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Is told what happens while a pipeline runs.
 *
 * <p>The methods are called one at a time, but from several threads. They should return soon: the
 * run waits for them. What a method throws is logged and does not make the run fail.
 *
 * <pre>{@code
 * class Alert implements RunListener {
 *   public void sinkFinished(SinkFinished event) {
 *     event.error().ifPresent(error -> pager.send(event.sink() + ": " + error));
 *   }
 * }
 * }</pre>
 */
public interface RunListener {

  /**
   * A run has started.
   *
   * @param pipeline the name of the pipeline
   * @param runId tells the run apart from all other runs
   * @param at when it started
   * @param sinks the names of the sinks that will be written
   */
  record RunStarted(String pipeline, String runId, Instant at, List<String> sinks) {

    /** Copies the list. */
    public RunStarted {
      sinks = List.copyOf(sinks);
    }
  }

  /**
   * The work of one sink has started, with the stages before it.
   *
   * @param pipeline the name of the pipeline
   * @param runId tells the run apart from all other runs
   * @param sink the name of the sink
   */
  record SinkStarted(String pipeline, String runId, String sink) {}

  /**
   * A task of one sink is done.
   *
   * @param pipeline the name of the pipeline
   * @param runId tells the run apart from all other runs
   * @param sink the name of the sink
   * @param tasksDone the tasks done so far
   * @param tasksKnown the tasks known so far. Spark plans while it runs, so this may grow; both are
   *     the same only when all that is known now is done.
   */
  record SinkProgress(String pipeline, String runId, String sink, int tasksDone, int tasksKnown) {}

  /**
   * The work of one sink has ended.
   *
   * @param pipeline the name of the pipeline
   * @param runId tells the run apart from all other runs
   * @param sink the name of the sink
   * @param status how it ended
   * @param seconds how long it took, wall time
   * @param error the message of the error it failed with; empty if it did not fail
   */
  record SinkFinished(
      String pipeline,
      String runId,
      String sink,
      RunStatus status,
      double seconds,
      Optional<String> error) {}

  /**
   * A run has started. This is the first event of a run.
   *
   * @param event the run
   */
  default void runStarted(RunStarted event) {}

  /**
   * The work of a sink has started.
   *
   * @param event the sink
   */
  default void sinkStarted(SinkStarted event) {}

  /**
   * A task of a sink is done. This may be called thousands of times in a run, and events of the
   * last tasks may still come after {@link #sinkFinished}.
   *
   * @param event the sink and how far it is
   */
  default void sinkProgress(SinkProgress event) {}

  /**
   * The work of a sink has ended. A sink that was not started has no such event.
   *
   * @param event the sink and how it ended
   */
  default void sinkFinished(SinkFinished event) {}

  /**
   * A run has ended, well or not. This is the last event of a run.
   *
   * @param report what the run did
   */
  default void runFinished(RunReport report) {}
}
