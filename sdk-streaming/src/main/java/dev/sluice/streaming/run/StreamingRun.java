package dev.sluice.streaming.run;

import dev.sluice.run.RunReport;
import java.time.Duration;
import java.util.List;

/**
 * A pipeline that runs as a stream. It goes on until it is stopped, fails, or, with {@link
 * Trigger#availableNow}, has taken what there was. When the JVM is asked to end, as by Ctrl-C, it is
 * drained before Spark stops.
 *
 * <pre>{@code
 * try (StreamingRun run = Streaming.of(p).checkpoints(dir).start(spark)) {
 *   run.await();
 * }
 * }</pre>
 */
public interface StreamingRun extends AutoCloseable {

  /** The name of the pipeline. */
  String pipeline();

  /** Whether it still goes on. */
  boolean isRunning();

  /**
   * Waits for the end.
   *
   * @return what all epochs together did
   * @throws StreamFailedException if it failed
   */
  RunReport await();

  /**
   * Waits for the end, but not longer than this.
   *
   * @return whether it has ended
   * @throws StreamFailedException if it failed
   */
  boolean await(Duration atMost);

  /**
   * Finishes the epoch in hand, with all its sinks and its commit, and ends: nothing has to be
   * repeated by the next start. Spark's own {@code stop} would break the epoch off.
   *
   * @return what all epochs together did
   * @throws StreamFailedException if it failed meanwhile
   */
  RunReport drain();

  /**
   * Breaks off at once. The epoch in hand is repeated by the next start, which sinks that are exactly
   * once do not notice.
   */
  void stop();

  /** Waits until all rows that are in its sources now have been delivered; for tests. */
  void processAllAvailable();

  /** What all epochs of this start together did so far. */
  RunReport report();

  /** The last progress of each of its queries; empty before the first. */
  List<StreamProgress> progress();

  /** The same as {@link #drain}, and nothing if it has ended. */
  @Override
  void close();
}
