package dev.sluice.streaming.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stream did in one step: an epoch, or a look at its sources that found nothing new.
 *
 * @param pipeline the name of the pipeline
 * @param query the name of the query: all sinks together are {@code stream}, a sink alone has its
 *     own name
 * @param epoch the number of the epoch
 * @param at when the step began
 * @param rows how many rows came in
 * @param inputRowsPerSecond how many rows came in a second
 * @param processedRowsPerSecond how many rows a second were worked off
 * @param watermark rows that happened before it are late; empty without event time, or before the first row
 * @param lateRows how many rows came too late. Exactly, where stages of {@code late()} read them;
 *     else as Spark tells, which puts rows of one window and key together before it counts: 0 is then
 *     exact, more is at least so many
 * @param stateRows how many rows are kept from epoch to epoch
 * @param stateBytes how much memory these take
 * @param sources what is known of each source, in the order of the plan
 * @param durations how long each part of the step took, in milliseconds, by Spark's names
 */
public record StreamProgress(
    String pipeline,
    String query,
    long epoch,
    Instant at,
    long rows,
    double inputRowsPerSecond,
    double processedRowsPerSecond,
    Optional<Instant> watermark,
    long lateRows,
    long stateRows,
    long stateBytes,
    List<SourceProgress> sources,
    Map<String, Long> durations) {

  /** Copies the collections. */
  public StreamProgress {
    sources = List.copyOf(sources);
    durations = Map.copyOf(durations);
  }

  /**
   * What is known of a source.
   *
   * @param description Spark's own words for it
   * @param rows how many rows came in
   * @param startOffset where the step began, as JSON
   * @param endOffset where it ended, as JSON
   * @param metrics what the source itself measures, such as {@code maxOffsetsBehindLatest} of Kafka
   */
  public record SourceProgress(
      String description,
      long rows,
      String startOffset,
      String endOffset,
      Map<String, String> metrics) {

    /** Copies the map. */
    public SourceProgress {
      metrics = Map.copyOf(metrics);
    }
  }
}
