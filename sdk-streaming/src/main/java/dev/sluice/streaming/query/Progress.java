package dev.sluice.streaming.query;

import dev.sluice.connect.Secrets;
import dev.sluice.streaming.run.StreamProgress;
import dev.sluice.streaming.run.StreamProgress.SourceProgress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Spark's progress of a query in the words of streams. */
final class Progress {

  private static final String WATERMARK = "watermark";

  /** What Spark measures of steps that handed an epoch over. */
  private static final String WRITTEN = "addBatch";

  private Progress() {}

  /** Whether it is of an epoch that was handed over, and not of a look that found nothing new. */
  static boolean isOfEpoch(StreamingQueryProgress spark) {
    return spark.durationMs().containsKey(WRITTEN);
  }

  static StreamProgress of(
      QueryPlan query, StreamingQueryProgress spark, OptionalLong late) {
    return new StreamProgress(
        query.plan().name(),
        query.name(),
        spark.batchId(),
        Instant.parse(spark.timestamp()),
        spark.numInputRows(),
        finite(spark.inputRowsPerSecond()),
        finite(spark.processedRowsPerSecond()),
        // before the first row it is the beginning of Unix time
        Optional.ofNullable(spark.eventTime().get(WATERMARK))
            .map(Instant::parse)
            .filter(time -> time.isAfter(Instant.EPOCH)),
        late.orElseGet(
            () -> states(spark)
                .mapToLong(StateOperatorProgress::numRowsDroppedByWatermark)
                .sum()),
        states(spark).mapToLong(StateOperatorProgress::numRowsTotal).sum(),
        states(spark).mapToLong(StateOperatorProgress::memoryUsedBytes).sum(),
        Arrays.stream(spark.sources())
            .map(
                source -> new SourceProgress(
                    Secrets.masked(source.description()),
                    source.numInputRows(),
                    Objects.toString(source.startOffset(), ""),
                    Objects.toString(source.endOffset(), ""),
                    source.metrics() == null ? Map.of() : source.metrics()))
            .toList(),
        spark.durationMs().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static java.util.stream.Stream<StateOperatorProgress> states(
      StreamingQueryProgress spark) {
    return Arrays.stream(spark.stateOperators());
  }

  /** Spark gives what it cannot know as not a number. */
  private static double finite(double perSecond) {
    return Double.isFinite(perSecond) ? perSecond : 0;
  }
}
