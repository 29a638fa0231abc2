package dev.sluice.streaming.run;

import dev.sluice.run.RunReport;
import java.time.Duration;
import java.util.Optional;

/**
 * Is told what happens while a stream goes on. The methods are called one at a time, but from several
 * threads, and should return soon: the stream waits for some of them. What a method throws is logged
 * and changes nothing.
 *
 * <pre>{@code
 * Streaming.of(p).listener(new StreamListener() {
 *   public void progressed(StreamProgress progress) {
 *     lag.set(progress.rows());
 *   }
 * })
 * }</pre>
 */
public interface StreamListener {

  /**
   * All sinks have an epoch.
   *
   * @param query the name of the query
   * @param epoch the number of the epoch
   * @param report what became of its rows
   */
  default void epochFinished(String query, long epoch, RunReport report) {}

  /**
   * A step is over and committed, or nothing new was found for a while.
   *
   * @param progress what was done
   */
  default void progressed(StreamProgress progress) {}

  /**
   * The stream has failed, and is started again.
   *
   * @param failure what it failed with
   * @param pause how long it waits before
   */
  default void restarting(StreamFailedException failure, Duration pause) {}

  /**
   * The stream has ended.
   *
   * @param failure what it failed with; empty if it was stopped, drained, or had nothing more to do
   */
  default void ended(Optional<StreamFailedException> failure) {}
}
